package student.vector;

import assay.kernels.Form;
import assay.kernels.Linear;
import assay.kernels.Tensor;

/**
 * z[n, j] = the sum over i of w[j, i] * x[n, i], plus b[j].
 *
 * <p>Input {@code [N, I]}, weight {@code [J, I]}, bias {@code [J]}, output {@code [N, J]}.
 *
 * <p>In whole rows and matrices, on {@code data()}.
 */
@Form(Form.Kind.VECTOR)
public class FullyConnected implements Linear {
    @Override
    public Tensor linear(Tensor input, Tensor weight, Tensor bias) {
        throw new UnsupportedOperationException("linear is not implemented yet");
    }
}
