package solution;

import assay.kernels.Adam;
import assay.kernels.Tensor;

/** Mean and mean square of the gradients, both corrected for having begun at 0. */
public final class AdamRule implements Adam {
    @Override
    public Tensor adam(
            Tensor parameters, Tensor gradients, float learningRate, float beta1, float beta2, float eps) {
        Tensor after = Tensor.zeros(gradients.shape());
        for (int i = 0; i < parameters.size(0); i++) {
            double parameter = parameters.get(i);
            double mean = 0;
            double square = 0;
            for (int step = 1; step <= gradients.size(0); step++) {
                double gradient = gradients.get(step - 1, i);
                mean = beta1 * mean + (1 - (double) beta1) * gradient;
                square = beta2 * square + (1 - (double) beta2) * gradient * gradient;
                double correctedMean = mean / (1 - Math.pow(beta1, step));
                double correctedSquare = square / (1 - Math.pow(beta2, step));
                parameter -= learningRate * correctedMean / (Math.sqrt(correctedSquare) + eps);
                after.set((float) parameter, step - 1, i);
            }
        }
        return after;
    }
}
