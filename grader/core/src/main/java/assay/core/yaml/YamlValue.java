package assay.core.yaml;

import static java.util.Objects.requireNonNull;

import assay.core.yaml.YamlNode.Mapping;
import assay.core.yaml.YamlNode.Position;
import assay.core.yaml.YamlNode.Scalar;
import assay.core.yaml.YamlNode.Sequence;
import assay.core.yaml.YamlNode.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A value and the way to it. Each reading that fails is empty, and the problem is noted. */
public final class YamlValue {
    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?(?:[0-9]{1,400}\\.?[0-9]{0,400}|\\.[0-9]{1,400})(?:[eE][-+]?[0-9]{1,10})?");

    private final YamlNode node;
    private final String path;
    private final Problems problems;

    YamlValue(YamlNode node, String path, Problems problems) {
        this.node = requireNonNull(node, "node is null");
        this.path = requireNonNull(path, "path is null");
        this.problems = requireNonNull(problems, "problems is null");
    }

    /** Notes a problem with this value. */
    public <T> Optional<T> problem(String message) {
        problems.add(node.at(), path, message);
        return Optional.empty();
    }

    public String path() {
        return path;
    }

    public boolean isMapping() {
        return node instanceof Mapping;
    }

    public boolean isSequence() {
        return node instanceof Sequence;
    }

    /** Whether this is the unquoted or quoted text {@code expected}. */
    public boolean is(String expected) {
        return raw().filter(expected::equals).isPresent();
    }

    /** A single value as it is written; empty for mappings and lists, which is no problem. */
    public Optional<String> raw() {
        return node instanceof Scalar scalar ? Optional.of(scalar.text()) : Optional.empty();
    }

    /** Whether nothing stands behind the key. */
    public boolean isNothing() {
        return node instanceof Scalar scalar && scalar.type() == Type.NOTHING;
    }

    /** What kind of single value it is; {@code NOTHING} for mappings and lists as well. */
    public Type scalarType() {
        return node instanceof Scalar scalar ? scalar.type() : Type.NOTHING;
    }

    public Optional<YamlObject> object() {
        return node instanceof Mapping mapping
                ? Optional.of(new YamlObject(mapping, path, problems))
                : problem("must be a mapping, but is " + node.kind());
    }

    public Optional<List<YamlValue>> list() {
        if (!(node instanceof Sequence sequence)) {
            return problem("must be a list, but is " + node.kind());
        }
        return Optional.of(IntStream.range(0, sequence.items().size())
                .mapToObj(i -> new YamlValue(sequence.items().get(i), path + "[" + i + "]", problems))
                .toList());
    }

    /** Text that is neither a number nor a switch, unless it is quoted; not blank. */
    public Optional<String> text() {
        return scalar("text", Type.TEXT)
                .map(Scalar::text)
                .flatMap(text -> text.isBlank() ? problem("must not be blank") : Optional.of(text));
    }

    /**
     * A value that is written with a unit or in a form of its own.
     *
     * @param what it must be, e.g. {@code a duration such as 30s, 20m or 7d}
     */
    public <T> Optional<T> written(String what, Function<String, Optional<T>> form) {
        Optional<T> value = raw().flatMap(form);
        return value.isPresent() ? value : problem("must be " + what + ", but is " + node.kind());
    }

    /** One of some words; where it is none of them, the nearest is named. */
    public Optional<String> oneOf(List<String> words, String what) {
        return text().flatMap(word -> words.contains(word)
                ? Optional.of(word)
                : problem("there is no " + what + " " + node.kind() + Suggestion.of(word, words)));
    }

    public Optional<Boolean> flag() {
        return scalar("true or false", Type.SWITCH)
                .map(scalar -> scalar.text().toLowerCase(Locale.ROOT).equals("true"));
    }

    public Optional<Integer> wholeNumber(int minimum, int maximum) {
        return scalar("a whole number", Type.WHOLE_NUMBER).flatMap(scalar -> {
            OptionalLong number = wholeNumber(scalar.text());
            return number.isPresent() && number.getAsLong() >= minimum && number.getAsLong() <= maximum
                    ? Optional.of((int) number.getAsLong())
                    : problem("must be from " + minimum + " to " + maximum + ", but is " + node.kind());
        });
    }

    /** A finite number, to the nearest double. */
    public Optional<Double> number() {
        return decimal().flatMap(text -> {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? Optional.of(number) : problem("is too large: " + node.kind());
        });
    }

    /** A finite number, to the nearest float; -0.0 keeps its sign. */
    public Optional<Float> floatNumber() {
        return decimal().flatMap(text -> {
            float number = Float.parseFloat(text);
            return Float.isFinite(number) ? Optional.of(number) : problem("is too large for a float: " + node.kind());
        });
    }

    /** A number exactly as it is written. */
    public Optional<BigDecimal> exactNumber() {
        return decimal().flatMap(text -> {
            try {
                return Optional.of(new BigDecimal(text));
            } catch (NumberFormatException e) { // an exponent beyond an int
                return problem("is out of range: " + node.kind());
            }
        });
    }

    Position at() {
        return node.at();
    }

    private Optional<String> decimal() {
        return scalar("a number", Type.WHOLE_NUMBER, Type.REAL_NUMBER)
                .map(Scalar::text)
                .flatMap(text -> DECIMAL.matcher(text).matches()
                        ? Optional.of(text)
                        : problem("must be a finite number, but is " + node.kind()));
    }

    private static OptionalLong wholeNumber(String text) {
        return text.matches("[-+]?[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    private Optional<Scalar> scalar(String what, Type... types) {
        return node instanceof Scalar scalar && List.of(types).contains(scalar.type())
                ? Optional.of(scalar)
                : problem("must be " + what + ", but is " + node.kind());
    }
}
