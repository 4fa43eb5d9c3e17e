package pl.kowalski.cnn;

import assay.kernels.AvgPool2d;
import assay.kernels.MaxPool2d;
import assay.kernels.Tensor;

/** Both poolings: patches of one channel, then max or mean down each column. */
public class Pooling implements MaxPool2d, AvgPool2d {
    @Override
    public Tensor maxPool2d(Tensor input, int kernelSize, int stride, int padding) {
        Tensor output = null;
        int at = 0;
        for (int n = 0; n < input.size(0); n++) {
            for (int c = 0; c < input.size(1); c++) {
                Patches p = new Patches(
                        input, n, c, 1, kernelSize, kernelSize, stride, padding, Float.NEGATIVE_INFINITY);
                if (output == null) {
                    output = Tensor.zeros(input.size(0), input.size(1), p.outHeight, p.outWidth);
                }
                for (int col = 0; col < p.columns; col++) {
                    float max = p.matrix[col];
                    for (int row = 1; row < p.rows; row++) {
                        max = Math.max(max, p.matrix[row * p.columns + col]);
                    }
                    output.data()[at++] = max;
                }
            }
        }
        return output;
    }

    @Override
    public Tensor avgPool2d(Tensor input, int kernelSize, int stride, int padding, boolean countIncludePad) {
        Tensor output = null;
        int at = 0;
        for (int n = 0; n < input.size(0); n++) {
            for (int c = 0; c < input.size(1); c++) {
                // NaN marks the padding
                Patches p = new Patches(input, n, c, 1, kernelSize, kernelSize, stride, padding, Float.NaN);
                if (output == null) {
                    output = Tensor.zeros(input.size(0), input.size(1), p.outHeight, p.outWidth);
                }
                for (int col = 0; col < p.columns; col++) {
                    double sum = 0;
                    int real = 0;
                    for (int row = 0; row < p.rows; row++) {
                        float v = p.matrix[row * p.columns + col];
                        if (!Float.isNaN(v)) {
                            sum += v;
                            real++;
                        }
                    }
                    output.data()[at++] = (float) (sum / (countIncludePad ? p.rows : real));
                }
            }
        }
        return output;
    }
}
