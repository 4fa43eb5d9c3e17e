package solution;

import assay.kernels.AvgPool2d;
import assay.kernels.Tensor;

/** The mean of each window. Padding is zero, and counts as numbers of the window or not, as asked. */
public final class AveragePooling implements AvgPool2d {
    @Override
    public Tensor avgPool2d(Tensor input, int kernelSize, int stride, int padding, boolean countIncludePad) {
        int height = Sizes.places(input.size(2), kernelSize, stride, padding);
        int width = Sizes.places(input.size(3), kernelSize, stride, padding);
        Tensor output = Tensor.zeros(input.size(0), input.size(1), height, width);
        for (int n = 0; n < input.size(0); n++) {
            for (int c = 0; c < input.size(1); c++) {
                for (int y = 0; y < height; y++) {
                    for (int x = 0; x < width; x++) {
                        int top = y * stride - padding;
                        int left = x * stride - padding;
                        output.set(mean(input, n, c, top, left, kernelSize, countIncludePad), n, c, y, x);
                    }
                }
            }
        }
        return output;
    }

    private static float mean(
            Tensor input, int n, int c, int top, int left, int kernelSize, boolean countIncludePad) {
        double sum = 0;
        int inside = 0;
        for (int h = Math.max(top, 0); h < Math.min(top + kernelSize, input.size(2)); h++) {
            for (int w = Math.max(left, 0); w < Math.min(left + kernelSize, input.size(3)); w++) {
                sum += input.get(n, c, h, w);
                inside++;
            }
        }
        return (float) (sum / (countIncludePad ? kernelSize * kernelSize : inside));
    }
}
