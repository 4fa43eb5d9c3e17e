package student.scalar;

import assay.kernels.Flatten;
import assay.kernels.Form;
import assay.kernels.Tensor;

/**
 * z[n, (c * H + m) * W + l] = x[n, c, m, l]: input {@code [N, C, H, W]}, output {@code [N, C * H * W]}.
 *
 * <p>In loops over indices, one number at a time, with {@code get} and {@code set}.
 */
@Form(Form.Kind.SCALAR)
public class Reshape implements Flatten {
    @Override
    public Tensor flatten(Tensor input) {
        throw new UnsupportedOperationException("flatten is not implemented yet");
    }
}
