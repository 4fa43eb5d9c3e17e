package assay.sandbox.selfcheck;

import assay.kernels.Tensor;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A small tensor for the eye: its last two dimensions as rows and columns. */
final class TensorText {
    /** More numbers than that nobody compares by looking. */
    private static final int SHOWN = 100;

    private TensorText() {}

    static boolean fits(Tensor tensor) {
        return tensor.size() <= SHOWN;
    }

    static String of(Tensor tensor) {
        int rank = tensor.rank();
        int columns = rank == 0 ? 1 : tensor.size(rank - 1);
        int rows = rank < 2 ? 1 : tensor.size(rank - 2);
        if (tensor.size() == 0) {
            return "(no numbers)";
        }
        int width = IntStream.range(0, tensor.size())
                .map(index -> Float.toString(tensor.data()[index]).length())
                .max()
                .orElse(0);
        return IntStream.range(0, tensor.size() / (rows * columns))
                .mapToObj(slice -> heading(tensor, slice) + rows(tensor, slice * rows, rows, columns, width))
                .collect(Collectors.joining("\n"));
    }

    /** Which slice it is, where there are dimensions before the last two, e.g. {@code [0, 2]}. */
    private static String heading(Tensor tensor, int slice) {
        int outer = tensor.rank() - 2;
        if (outer <= 0) {
            return "";
        }
        int[] index = new int[outer];
        int rest = slice;
        for (int dimension = outer - 1; dimension >= 0; dimension--) {
            index[dimension] = rest % tensor.size(dimension);
            rest /= tensor.size(dimension);
        }
        return Arrays.toString(index) + "\n";
    }

    private static String rows(Tensor tensor, int first, int rows, int columns, int width) {
        return IntStream.range(first, first + rows)
                .mapToObj(row -> IntStream.range(0, columns)
                        .mapToObj(column -> padded(tensor.data()[row * columns + column], width))
                        .collect(Collectors.joining("  ")))
                .collect(Collectors.joining("\n"));
    }

    private static String padded(float number, int width) {
        String text = Float.toString(number);
        return " ".repeat(width - text.length()) + text;
    }
}
