package student.vector;

import assay.kernels.Flatten;
import assay.kernels.Form;
import assay.kernels.Tensor;

/**
 * z[n, (c * H + m) * W + l] = x[n, c, m, l]: input {@code [N, C, H, W]}, output {@code [N, C * H * W]}.
 *
 * <p>In whole rows and matrices, on {@code data()}.
 */
@Form(Form.Kind.VECTOR)
public class Reshape implements Flatten {
    @Override
    public Tensor flatten(Tensor input) {
        throw new UnsupportedOperationException("flatten is not implemented yet");
    }
}
