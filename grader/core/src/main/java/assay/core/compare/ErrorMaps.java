package assay.core.compare;

import assay.core.compare.TensorComparison.ErrorMap;
import assay.kernels.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Draws the errors of one slice, reduced to at most 32 × 32 cells. */
final class ErrorMaps {
    private static final int CELLS = 32;

    private ErrorMaps() {}

    /** The slice (the last two dimensions) that holds {@code place}; empty for a scalar, one row for a vector. */
    static Optional<ErrorMap> around(int place, Tensor expected, Tensor actual) {
        int rank = expected.rank();
        if (rank == 0 || expected.size() == 0) {
            return Optional.empty();
        }
        int height = rank == 1 ? 1 : expected.size(rank - 2);
        int width = expected.size(rank - 1);
        int from = place - place % (height * width);
        int rows = Math.min(CELLS, height);
        int columns = Math.min(CELLS, width);
        List<Float> errors = new ArrayList<>(rows * columns);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                Block block = new Block(
                        start(row, rows, height),
                        start(row + 1, rows, height),
                        start(column, columns, width),
                        start(column + 1, columns, width));
                errors.add((float) block.largest(expected.data(), actual.data(), from, width));
            }
        }
        return Optional.of(new ErrorMap(rows, columns, errors, name(expected.shape(), place)));
    }

    private static int start(int cell, int cells, int length) {
        return (int) ((long) cell * length / cells);
    }

    private static String name(int[] shape, int place) {
        if (shape.length <= 2) {
            return "output";
        }
        return Arrays.stream(Places.index(shape, place), 0, shape.length - 2)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", ", "output[", "]"));
    }

    /** The numbers of a slice that one cell stands for. */
    private record Block(int top, int bottom, int left, int right) {
        /** NaN if there is a non-finite number out of place. */
        double largest(float[] expected, float[] actual, int from, int width) {
            double largest = 0;
            for (int row = top; row < bottom; row++) {
                for (int place = from + row * width + left; place < from + row * width + right; place++) {
                    largest = Math.max(largest, Errors.at(expected[place], actual[place]));
                }
            }
            return largest;
        }
    }
}
