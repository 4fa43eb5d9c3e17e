package kofi;

import assay.kernels.Tensor;

/** Matrices as row-major arrays. */
final class Mat {
    private Mat() {}

    static float[] mul(float[] a, float[] b, int n, int k, int m) {
        float[] c = new float[n * m];
        for (int i = 0; i < n; i++) {
            for (int l = 0; l < k; l++) {
                float v = a[i * k + l];
                for (int j = 0; j < m; j++) {
                    c[i * m + j] += v * b[l * m + j];
                }
            }
        }
        return c;
    }

    static float[] transpose(float[] a, int rows, int columns) {
        float[] t = new float[a.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                t[j * rows + i] = a[i * columns + j];
            }
        }
        return t;
    }

    static float[] maxOfRows(float[] a, int columns) {
        float[] max = java.util.Arrays.copyOf(a, columns);
        for (int i = columns; i < a.length; i++) {
            max[i % columns] = Math.max(max[i % columns], a[i]);
        }
        return max;
    }

    /** The 'im2col' trick: [channels * kh * kw] rows, one column for each place of the window. */
    static float[] im2col(
            Tensor x, int n, int from, int channels, int kh, int kw, int stride, int padding, float fill) {
        int hOut = (x.size(2) + 2 * padding - kh) / stride + 1;
        int wOut = (x.size(3) + 2 * padding - kw) / stride + 1;
        float[] data = x.data();
        float[] columns = new float[channels * kh * kw * hOut * wOut];
        int at = 0;
        for (int c = from; c < from + channels; c++) {
            for (int i = 0; i < kh; i++) {
                for (int j = 0; j < kw; j++) {
                    for (int m = 0; m < hOut; m++) {
                        int row = m * stride + i - padding;
                        int base = ((n * x.size(1) + c) * x.size(2) + row) * x.size(3);
                        for (int l = 0; l < wOut; l++) {
                            int col = l * stride + j - padding;
                            boolean inside = row >= 0 && row < x.size(2) && col >= 0 && col < x.size(3);
                            columns[at++] = inside ? data[base + col] : fill;
                        }
                    }
                }
            }
        }
        return columns;
    }
}
