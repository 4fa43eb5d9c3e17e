package student;

import assay.kernels.Conv2d;
import assay.kernels.Tensor;

/**
 * out[n, o, y, x] = bias[o] + the sum over c, i, j of weight[o, c, i, j] * input[n, c, y * S - P + i, x * S - P + j].
 *
 * <p>Input {@code [N, C, H, W]}, weight {@code [O, C, KH, KW]}, bias {@code [O]}, output {@code [N, O, H', W']} with
 * {@code H' = floor((H + 2P - KH) / S) + 1}, and likewise W'. Padding is zeros, and the kernel is not flipped.
 */
public class Convolution implements Conv2d {
    @Override
    public Tensor conv2d(Tensor input, Tensor weight, Tensor bias, int stride, int padding) {
        throw new UnsupportedOperationException("conv2d is not implemented yet");
    }
}
