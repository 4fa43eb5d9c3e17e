package solution.vector;

import assay.kernels.Tensor;
import java.util.Arrays;

/** How a window slides over an image, and the im2col matrix of that. */
record Windows(int kernelHeight, int kernelWidth, int stride, int padding, float fill) {
    int rowsOver(Tensor input) {
        return Math.floorDiv(input.size(2) + 2 * padding - kernelHeight, stride) + 1;
    }

    int columnsOver(Tensor input) {
        return Math.floorDiv(input.size(3) + 2 * padding - kernelWidth, stride) + 1;
    }

    /** One column a window; row (c * K_h + i) * K_w + j holds its number at channel first + c, row i, column j. */
    Matrix im2col(Tensor input, int n, int first, int channels) {
        int height = rowsOver(input);
        int width = columnsOver(input);
        float[] data = new float[channels * kernelHeight * kernelWidth * height * width];
        Arrays.fill(data, fill);
        int at = 0;
        for (int c = first; c < first + channels; c++) {
            for (int i = 0; i < kernelHeight; i++) {
                for (int j = 0; j < kernelWidth; j++) {
                    for (int y = 0; y < height; y++, at += width) {
                        copyRow(input, (n * input.size(1) + c) * input.size(2), y * stride - padding + i, j, data, at);
                    }
                }
            }
        }
        return new Matrix(channels * kernelHeight * kernelWidth, height * width, data);
    }

    private void copyRow(Tensor input, int firstRow, int row, int j, float[] data, int at) {
        if (row < 0 || row >= input.size(2)) {
            return;
        }
        int from = (firstRow + row) * input.size(3);
        for (int x = 0; x < columnsOver(input); x++) {
            int column = x * stride - padding + j;
            if (column >= 0 && column < input.size(3)) {
                data[at + x] = input.data()[from + column];
            }
        }
    }
}
