package karim;

import assay.kernels.Rmsprop;
import assay.kernels.Tensor;

/** The gradient over the root of its mean square: the rule itself, number by number. */
public final class RmspropRule implements Rmsprop {
    @Override
    public Tensor rmsprop(Tensor parameters, Tensor gradients, float learningRate, float alpha, float eps) {
        Tensor after = Tensor.zeros(gradients.shape());
        for (int i = 0; i < parameters.size(0); i++) {
            double parameter = parameters.get(i);
            double square = 0;
            for (int step = 0; step < gradients.size(0); step++) {
                double gradient = gradients.get(step, i);
                square = alpha * square + (1 - (double) alpha) * gradient * gradient;
                parameter -= learningRate * gradient / (Math.sqrt(square + eps));
                after.set((float) parameter, step, i);
            }
        }
        return after;
    }
}
