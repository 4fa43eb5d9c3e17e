package student;

import assay.kernels.Rmsprop;
import assay.kernels.Tensor;

/**
 * RMSprop: torch.optim.RMSprop, neither centred nor with momentum.
 *
 * <p>The formula and all shapes stand at the interface, Rmsprop.
 */
public class RmspropRule implements Rmsprop {
    @Override
    public Tensor rmsprop(Tensor parameters, Tensor gradients, float learningRate, float alpha, float eps) {
        throw new UnsupportedOperationException("rmsprop is not implemented yet");
    }
}
