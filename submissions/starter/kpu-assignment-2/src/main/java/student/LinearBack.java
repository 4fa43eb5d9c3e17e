package student;

import assay.kernels.LinearWeightGradient;
import assay.kernels.Tensor;

/**
 * The gradient of Linear by its weight, as PyTorch's autograd has it.
 *
 * <p>The formula and all shapes stand at the interface, LinearWeightGradient.
 */
public class LinearBack implements LinearWeightGradient {
    @Override
    public Tensor linearWeightGradient(Tensor input, Tensor gradOutput) {
        throw new UnsupportedOperationException("linearWeightGradient is not implemented yet");
    }
}
