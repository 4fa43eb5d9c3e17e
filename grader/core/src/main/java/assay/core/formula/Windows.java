package assay.core.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Convolution and pooling of one table, for exercises by hand. Empty where a window does not fit. */
final class Windows {
    private static final int LARGEST_PARAMETER = 1000;

    private Windows() {}

    static Optional<Numbers> conv2d(Numbers image, Numbers filter, Numbers padding) {
        int border = parameter(padding);
        if (border < 0 || image.shape().size() != 2 || filter.shape().size() != 2) {
            return Optional.empty();
        }
        int rows = filter.shape().getFirst();
        int columns = filter.shape().getLast();
        return slide(
                image.shape().getFirst() + 2 * border - rows,
                image.shape().getLast() + 2 * border - columns,
                1,
                (top, left) -> IntStream.range(0, rows * columns)
                        .mapToDouble(i -> filter.values().get(i)
                                * at(image, top - border + i / columns, left - border + i % columns))
                        .sum());
    }

    /** @param arguments table, size of the window, stride */
    static Optional<Numbers> pool(List<Numbers> arguments, ToDoubleFunction<DoubleStream> summary) {
        Numbers table = arguments.getFirst();
        int size = parameter(arguments.get(1));
        int stride = parameter(arguments.get(2));
        if (size < 1 || stride < 1 || table.shape().size() != 2) {
            return Optional.empty();
        }
        return slide(
                table.shape().getFirst() - size,
                table.shape().getLast() - size,
                stride,
                (top, left) -> summary.applyAsDouble(
                        IntStream.range(0, size * size).mapToDouble(i -> at(table, top + i / size, left + i % size))));
    }

    private static Optional<Numbers> slide(int lowest, int rightmost, int stride, Place place) {
        if (lowest < 0 || rightmost < 0) {
            return Optional.empty();
        }
        List<Double> values = new ArrayList<>();
        for (int top = 0; top <= lowest; top += stride) {
            for (int left = 0; left <= rightmost; left += stride) {
                values.add(place.value(top, left));
            }
        }
        return Optional.of(new Numbers(List.of(lowest / stride + 1, rightmost / stride + 1), values));
    }

    /** Zero outside. */
    private static double at(Numbers table, int row, int column) {
        int rows = table.shape().getFirst();
        int columns = table.shape().getLast();
        boolean inside = row >= 0 && row < rows && column >= 0 && column < columns;
        return inside ? table.values().get(row * columns + column) : 0;
    }

    /** A small whole number; -1 for anything else. */
    private static int parameter(Numbers numbers) {
        double number = numbers.first();
        return numbers.single() && number == Math.rint(number) && number >= 0 && number <= LARGEST_PARAMETER
                ? (int) number
                : -1;
    }

    private interface Place {
        double value(int top, int left);
    }
}
