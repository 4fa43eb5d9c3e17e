package pl.kowalski.cnn;

import assay.kernels.Tensor;

/**
 * im2col: all windows of one image as the columns of a matrix.
 *
 * <p>Row r = (c * kh + i) * kw + j holds, for every window, its number at channel c and place (i, j).
 */
final class Patches {
    final int outHeight;
    final int outWidth;
    final int rows;
    final int columns;
    final float[] matrix;

    Patches(Tensor input, int image, int firstChannel, int channels, int kh, int kw, int stride, int padding, float pad) {
        int h = input.size(2);
        int w = input.size(3);
        outHeight = (h + 2 * padding - kh) / stride + 1;
        outWidth = (w + 2 * padding - kw) / stride + 1;
        rows = channels * kh * kw;
        columns = outHeight * outWidth;
        matrix = new float[rows * columns];
        int at = 0;
        for (int c = firstChannel; c < firstChannel + channels; c++) {
            for (int i = 0; i < kh; i++) {
                for (int j = 0; j < kw; j++) {
                    for (int y = 0; y < outHeight; y++) {
                        for (int x = 0; x < outWidth; x++) {
                            int sy = y * stride - padding + i;
                            int sx = x * stride - padding + j;
                            boolean inside = sy >= 0 && sy < h && sx >= 0 && sx < w;
                            matrix[at++] = inside ? input.get(image, c, sy, sx) : pad;
                        }
                    }
                }
            }
        }
    }
}
