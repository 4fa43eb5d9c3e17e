package student.vector;

import assay.kernels.Form;
import assay.kernels.MaxPool2d;
import assay.kernels.Tensor;

/**
 * The largest number of each window, in each channel by itself.
 *
 * <p>Input {@code [N, C, H, W]}, output {@code [N, C, H', W']} with {@code H' = floor((H + 2P - K) / S) + 1}, and likewise W'.
 * Padding counts as minus infinity.
 *
 * <p>In whole rows and matrices, on {@code data()}.
 */
@Form(Form.Kind.VECTOR)
public class MaxPooling implements MaxPool2d {
    @Override
    public Tensor maxPool2d(Tensor input, int kernelSize, int stride, int padding) {
        throw new UnsupportedOperationException("maxPool2d is not implemented yet");
    }
}
