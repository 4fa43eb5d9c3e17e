package solution;

import assay.kernels.Sgd;
import assay.kernels.Tensor;

/** Stochastic gradient descent; the velocity begins at 0, so that the first step is one of plain descent. */
public final class Momentum implements Sgd {
    @Override
    public Tensor sgd(Tensor parameters, Tensor gradients, float learningRate, float momentum, float weightDecay) {
        int count = parameters.size(0);
        Tensor after = Tensor.zeros(gradients.shape());
        for (int i = 0; i < count; i++) {
            double parameter = parameters.get(i);
            double velocity = 0;
            for (int step = 0; step < gradients.size(0); step++) {
                double gradient = gradients.get(step, i) + (double) weightDecay * parameter;
                velocity = momentum * velocity + gradient;
                parameter -= learningRate * velocity;
                after.set((float) parameter, step, i);
            }
        }
        return after;
    }
}
