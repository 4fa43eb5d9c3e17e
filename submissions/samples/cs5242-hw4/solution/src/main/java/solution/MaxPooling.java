package solution;

import assay.kernels.MaxPool2d;
import assay.kernels.Tensor;

/** The largest number of each window. Padding is minus infinity: it never wins. */
public final class MaxPooling implements MaxPool2d {
    @Override
    public Tensor maxPool2d(Tensor input, int kernelSize, int stride, int padding) {
        int height = Sizes.places(input.size(2), kernelSize, stride, padding);
        int width = Sizes.places(input.size(3), kernelSize, stride, padding);
        Tensor output = Tensor.zeros(input.size(0), input.size(1), height, width);
        for (int n = 0; n < input.size(0); n++) {
            for (int c = 0; c < input.size(1); c++) {
                for (int y = 0; y < height; y++) {
                    for (int x = 0; x < width; x++) {
                        int top = y * stride - padding;
                        int left = x * stride - padding;
                        output.set(largest(input, n, c, top, left, kernelSize), n, c, y, x);
                    }
                }
            }
        }
        return output;
    }

    private static float largest(Tensor input, int n, int c, int top, int left, int kernelSize) {
        float largest = Float.NEGATIVE_INFINITY;
        for (int h = Math.max(top, 0); h < Math.min(top + kernelSize, input.size(2)); h++) {
            for (int w = Math.max(left, 0); w < Math.min(left + kernelSize, input.size(3)); w++) {
                largest = Math.max(largest, input.get(n, c, h, w));
            }
        }
        return largest;
    }
}
