package student.scalar;

import assay.kernels.Conv2d;
import assay.kernels.Form;
import assay.kernels.Tensor;

/**
 * z[n, o, m, l] = the sum over c, i, j of x[n, c, m * S - P + i, l * S - P + j] * w[o, c, i, j], plus b[o].
 *
 * <p>Input {@code [N, C, H, W]}, weight {@code [O, C, KH, KW]}, bias {@code [O]}, output {@code [N, O, H', W']} with
 * {@code H' = floor((H + 2P - KH) / S) + 1}, and likewise W'. Padding is zeros.
 *
 * <p>In loops over indices, one number at a time, with {@code get} and {@code set}.
 */
@Form(Form.Kind.SCALAR)
public class Convolution implements Conv2d {
    @Override
    public Tensor conv2d(Tensor input, Tensor weight, Tensor bias, int stride, int padding) {
        throw new UnsupportedOperationException("conv2d is not implemented yet");
    }
}
