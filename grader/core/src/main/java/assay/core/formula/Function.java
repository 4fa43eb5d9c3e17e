package assay.core.formula;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** What a formula can compute: the four operations and the functions, each of a fixed number of arguments. */
enum Function {
    PLUS(2, values -> values.getFirst().with(values.get(1), Double::sum)),
    MINUS(2, values -> values.getFirst().with(values.get(1), (left, right) -> left - right)),
    TIMES(2, values -> values.getFirst().with(values.get(1), (left, right) -> left * right)),
    OVER(2, values -> values.getFirst().with(values.get(1), (left, right) -> left / right)),
    NEGATED(1, each(value -> -value)),
    FLOOR(1, each(Math::floor)),
    CEIL(1, each(Math::ceil)),
    SQRT(1, each(Math::sqrt)),
    ABS(1, each(Math::abs)),
    EXP(1, each(Math::exp)),
    LOG(1, each(Math::log)),
    RELU(1, each(value -> Math.max(0, value))),
    MIN(2, values -> values.getFirst().with(values.get(1), Math::min)),
    MAX(2, values -> values.getFirst().with(values.get(1), Math::max)),
    SUM(1, values -> Optional.of(Numbers.of(sum(values.getFirst())))),
    MEAN(
            1,
            values -> Optional.of(Numbers.of(
                    sum(values.getFirst()) / values.getFirst().values().size()))),
    /** Of a table with a filter, whose flip there is not, at stride 1, and a padding of zeros. */
    CONV2D(3, values -> Windows.conv2d(values.getFirst(), values.get(1), values.get(2))),
    /** Of a table, with the size of the window and the stride. */
    MAX_POOL2D(3, values -> Windows.pool(values, window -> window.max().orElse(Double.NaN))),
    /** Of a table, with the size of the window and the stride. */
    AVG_POOL2D(3, values -> Windows.pool(values, window -> window.average().orElse(Double.NaN)));

    private static final List<Function> OPERATIONS = List.of(PLUS, MINUS, TIMES, OVER, NEGATED);

    private final int takes;
    private final Body body;

    Function(int takes, Body body) {
        this.takes = takes;
        this.body = body;
    }

    /** The function of that name; operations are written by their signs. */
    static Optional<Function> named(String name) {
        return Arrays.stream(values())
                .filter(function -> !OPERATIONS.contains(function))
                .filter(function -> function.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    int takes() {
        return takes;
    }

    Optional<Numbers> apply(List<Numbers> arguments) {
        return body.apply(arguments);
    }

    private static Body each(DoubleUnaryOperator function) {
        return values -> Optional.of(values.getFirst().map(function));
    }

    private static double sum(Numbers numbers) {
        return numbers.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private interface Body {
        Optional<Numbers> apply(List<Numbers> arguments);
    }
}
