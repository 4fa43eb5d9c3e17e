package solution;

import assay.kernels.Conv2d;
import assay.kernels.Tensor;

/** Cross-correlation, which deep learning calls convolution: the kernel is not flipped. Sums in double. */
public final class Convolution implements Conv2d {
    @Override
    public Tensor conv2d(Tensor input, Tensor weight, Tensor bias, int stride, int padding) {
        int height = Sizes.places(input.size(2), weight.size(2), stride, padding);
        int width = Sizes.places(input.size(3), weight.size(3), stride, padding);
        Tensor output = Tensor.zeros(input.size(0), weight.size(0), height, width);
        for (int n = 0; n < input.size(0); n++) {
            for (int c = 0; c < weight.size(0); c++) {
                for (int y = 0; y < height; y++) {
                    for (int x = 0; x < width; x++) {
                        double sum = product(input, weight, n, c, y * stride - padding, x * stride - padding);
                        output.set((float) (sum + bias.get(c)), n, c, y, x);
                    }
                }
            }
        }
        return output;
    }

    /** The window at (top, left) of image n times the kernel of output channel c; padding is zero and adds nothing. */
    private static double product(Tensor input, Tensor weight, int n, int c, int top, int left) {
        double sum = 0;
        for (int in = 0; in < input.size(1); in++) {
            for (int h = Math.max(-top, 0); h < Math.min(weight.size(2), input.size(2) - top); h++) {
                for (int w = Math.max(-left, 0); w < Math.min(weight.size(3), input.size(3) - left); w++) {
                    sum += (double) input.get(n, in, top + h, left + w) * weight.get(c, in, h, w);
                }
            }
        }
        return sum;
    }
}
