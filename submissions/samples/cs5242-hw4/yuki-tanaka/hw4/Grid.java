package hw4;

import assay.kernels.Tensor;
import java.util.stream.IntStream;

/** All places of a sliding window. */
record Grid(int kernelHeight, int kernelWidth, int stride, int padding) {
    @FunctionalInterface
    interface Cell {
        double compute(int n, int c, Window window);
    }

    int rows(Tensor input) {
        return (input.size(2) + 2 * padding - kernelHeight) / stride + 1;
    }

    int columns(Tensor input) {
        return (input.size(3) + 2 * padding - kernelWidth) / stride + 1;
    }

    Tensor map(Tensor input, int channels, Cell cell) {
        int rows = rows(input);
        int columns = columns(input);
        Tensor output = Tensor.zeros(input.size(0), channels, rows, columns);
        IntStream.range(0, output.size()).forEach(i -> {
            int column = i % columns;
            int row = i / columns % rows;
            int c = i / (columns * rows) % channels;
            int n = i / (columns * rows * channels);
            Window window =
                    new Window(row * stride - padding, column * stride - padding, kernelHeight, kernelWidth);
            output.data()[i] = (float) cell.compute(n, c, window);
        });
        return output;
    }
}
