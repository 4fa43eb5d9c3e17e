package student;

import assay.kernels.Adam;
import assay.kernels.Tensor;

/**
 * Adam: torch.optim.Adam, without weight decay.
 *
 * <p>The formula and all shapes stand at the interface, Adam.
 */
public class AdamRule implements Adam {
    @Override
    public Tensor adam(
            Tensor parameters, Tensor gradients, float learningRate, float beta1, float beta2, float eps) {
        throw new UnsupportedOperationException("adam is not implemented yet");
    }
}
