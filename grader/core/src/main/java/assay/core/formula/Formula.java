package assay.core.formula;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Arithmetic over names, e.g. {@code conv1_parameters * 55 * 55} or {@code max_pool2d(activation, 2, 1)}: {@code + - * /},
 * brackets, and the functions floor, ceil, sqrt, abs, exp, log, relu, min, max, sum, mean, conv2d(table, filter, padding),
 * max_pool2d(table, size, stride) and avg_pool2d(table, size, stride).
 */
public final class Formula {
    /** More than anybody writes, and few enough for the parser's recursion. */
    static final int LONGEST = 500;

    private final String text;
    private final Expression root;

    Formula(String text, Expression root) {
        this.text = requireNonNull(text, "text is null");
        this.root = requireNonNull(root, "root is null");
    }

    /** What came of reading a formula. */
    public sealed interface Reading {
        record Read(Formula formula) implements Reading {
            public Read {
                requireNonNull(formula, "formula is null");
            }
        }

        /** @param message what is wrong, e.g. {@code a ')' is missing at character 12} */
        record Invalid(String message) implements Reading {
            public Invalid {
                requireNonNull(message, "message is null");
            }
        }
    }

    public static Reading read(String text) {
        return text.length() > LONGEST
                ? new Reading.Invalid("is longer than " + LONGEST + " characters")
                : new FormulaParser(text).read();
    }

    /** The names that it needs, each once, in the order of their appearance. */
    public List<String> names() {
        return root.names().distinct().toList();
    }

    /** Its value; empty where a name is missing, shapes do not fit, or there is no finite result. */
    public Optional<Numbers> value(Map<String, Numbers> names) {
        return root.value(names).filter(Numbers::finite);
    }

    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Formula formula && text.equals(formula.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
