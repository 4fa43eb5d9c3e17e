package student;

import assay.kernels.Sgd;
import assay.kernels.Tensor;

/**
 * Stochastic gradient descent with momentum: torch.optim.SGD.
 *
 * <p>The formula and all shapes stand at the interface, Sgd.
 */
public class Momentum implements Sgd {
    @Override
    public Tensor sgd(
            Tensor parameters, Tensor gradients, float learningRate, float momentum, float weightDecay) {
        throw new UnsupportedOperationException("sgd is not implemented yet");
    }
}
