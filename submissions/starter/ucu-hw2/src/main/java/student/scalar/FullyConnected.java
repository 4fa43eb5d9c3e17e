package student.scalar;

import assay.kernels.Form;
import assay.kernels.Linear;
import assay.kernels.Tensor;

/**
 * z[n, j] = the sum over i of w[j, i] * x[n, i], plus b[j].
 *
 * <p>Input {@code [N, I]}, weight {@code [J, I]}, bias {@code [J]}, output {@code [N, J]}.
 *
 * <p>In loops over indices, one number at a time, with {@code get} and {@code set}.
 */
@Form(Form.Kind.SCALAR)
public class FullyConnected implements Linear {
    @Override
    public Tensor linear(Tensor input, Tensor weight, Tensor bias) {
        throw new UnsupportedOperationException("linear is not implemented yet");
    }
}
