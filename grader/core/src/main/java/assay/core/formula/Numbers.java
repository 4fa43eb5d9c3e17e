package assay.core.formula;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A number, a list of numbers, or a table of any rank, as an exercise by hand has it.
 *
 * @param shape the length of each dimension, outermost first; empty for a single number
 * @param values row-major
 */
public record Numbers(List<Integer> shape, List<Double> values) {
    private static final double LARGEST_WHOLE = 1e15;

    public Numbers {
        shape = List.copyOf(shape);
        values = List.copyOf(values);
        if (shape.stream().reduce(1, Math::multiplyExact) != values.size()) {
            throw new IllegalArgumentException("shape " + shape + " does not hold " + values.size() + " numbers");
        }
    }

    public static Numbers of(double number) {
        return new Numbers(List.of(), List.of(number));
    }

    public boolean single() {
        return shape.isEmpty();
    }

    /** The one number, or the first of several. */
    double first() {
        return values.getFirst();
    }

    boolean finite() {
        return values.stream().allMatch(Double::isFinite);
    }

    Numbers map(DoubleUnaryOperator function) {
        return new Numbers(shape, values.stream().map(function::applyAsDouble).toList());
    }

    /** Place by place; a single number goes with every place of the other. Empty if the shapes differ. */
    Optional<Numbers> with(Numbers other, DoubleBinaryOperator function) {
        if (other.single()) {
            return Optional.of(map(value -> function.applyAsDouble(value, other.first())));
        }
        if (single()) {
            return Optional.of(other.map(value -> function.applyAsDouble(first(), value)));
        }
        return shape.equals(other.shape)
                ? Optional.of(new Numbers(
                        shape,
                        IntStream.range(0, values.size())
                                .mapToObj(i -> function.applyAsDouble(values.get(i), other.values.get(i)))
                                .toList()))
                : Optional.empty();
    }

    /** As it is written in YAML, e.g. {@code [[0, 0.25], [1, 3]]}; a whole number has no decimals. */
    @Override
    public String toString() {
        return text(0, 0, values.size());
    }

    private String text(int dimension, int from, int size) {
        if (dimension == shape.size()) {
            return plain(values.get(from));
        }
        int length = shape.get(dimension);
        int step = length == 0 ? 0 : size / length;
        return IntStream.range(0, length)
                .mapToObj(i -> text(dimension + 1, from + i * step, step))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String plain(double number) {
        if (!Double.isFinite(number) || Math.abs(number) >= LARGEST_WHOLE) {
            return Double.toString(number);
        }
        BigDecimal decimal = BigDecimal.valueOf(number).stripTrailingZeros();
        return decimal.scale() < 0
                ? decimal.setScale(0).toPlainString()
                : decimal.scale() > 12 ? Double.toString(number) : decimal.toPlainString();
    }
}
