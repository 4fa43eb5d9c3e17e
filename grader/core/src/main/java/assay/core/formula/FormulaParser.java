package assay.core.formula;

import assay.core.formula.Expression.Call;
import assay.core.formula.Expression.Constant;
import assay.core.formula.Expression.Name;
import assay.core.formula.Formula.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** By recursive descent: a sum of products of factors. */
final class FormulaParser {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}(?:\\.[0-9]{0,18})?(?:[eE][-+]?[0-9]{1,2})?");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private static final char END = (char) 0;

    private final String text;
    private int at;

    FormulaParser(String text) {
        this.text = text;
    }

    Reading read() {
        try {
            Expression sum = sum();
            return next() == END ? new Reading.Read(new Formula(text, sum)) : invalid("did not expect this");
        } catch (Unreadable unreadable) {
            return invalid(unreadable.what);
        }
    }

    private Reading invalid(String what) {
        return new Reading.Invalid(what + " at character " + (at + 1) + " of '" + text + "'");
    }

    private Expression sum() throws Unreadable {
        Expression left = product();
        while (next() == '+' || next() == '-') {
            Function operation = take() == '+' ? Function.PLUS : Function.MINUS;
            left = new Call(operation, List.of(left, product()));
        }
        return left;
    }

    private Expression product() throws Unreadable {
        Expression left = factor();
        while (next() == '*' || next() == '/') {
            Function operation = take() == '*' ? Function.TIMES : Function.OVER;
            left = new Call(operation, List.of(left, factor()));
        }
        return left;
    }

    private Expression factor() throws Unreadable {
        char first = next();
        if (first == '-') {
            take();
            return new Call(Function.NEGATED, List.of(factor()));
        }
        if (first == '(') {
            take();
            Expression inner = sum();
            expect(')');
            return inner;
        }
        Optional<String> number = match(NUMBER);
        if (number.isPresent()) {
            return new Constant(Double.parseDouble(number.get()));
        }
        String name = match(NAME).orElseThrow(() -> new Unreadable("a number, a name or a '(' is missing"));
        return next() == '(' ? call(name) : new Name(name);
    }

    private Expression call(String name) throws Unreadable {
        Function function =
                Function.named(name).orElseThrow(() -> new Unreadable("there is no function '" + name + "'"));
        expect('(');
        List<Expression> arguments = new ArrayList<>(List.of(sum()));
        while (next() == ',') {
            take();
            arguments.add(sum());
        }
        expect(')');
        if (arguments.size() != function.takes()) {
            throw new Unreadable(name + " takes " + function.takes() + " arguments, not " + arguments.size() + ",");
        }
        return new Call(function, arguments);
    }

    private void expect(char wanted) throws Unreadable {
        if (next() != wanted) {
            throw new Unreadable("a '" + wanted + "' is missing");
        }
        take();
    }

    private Optional<String> match(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        at = matcher.end();
        return Optional.of(matcher.group());
    }

    /** The next character that is no blank. */
    private char next() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : END;
    }

    private char take() {
        char taken = next();
        at++;
        return taken;
    }

    /** Never leaves this class. */
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final String what;

        Unreadable(String what) {
            super(what);
            this.what = what;
        }
    }
}
