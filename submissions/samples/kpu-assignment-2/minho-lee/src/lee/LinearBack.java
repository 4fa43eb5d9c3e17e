package lee;

import assay.kernels.LinearWeightGradient;
import assay.kernels.Tensor;

/** Each weight's gradient is the sum over the batch of its input times the gradient of its output. */
public final class LinearBack implements LinearWeightGradient {
    @Override
    public Tensor linearWeightGradient(Tensor input, Tensor gradOutput) {
        Tensor gradient = Tensor.zeros(gradOutput.size(1), input.size(1));
        for (int o = 0; o < gradOutput.size(1); o++) {
            for (int i = 0; i < input.size(1); i++) {
                double sum = 0;
                for (int n = 0; n < input.size(0); n++) {
                    sum += (double) gradOutput.get(n, o) * input.get(n, i);
                }
                gradient.set((float) sum, o, i);
            }
        }
        return gradient;
    }
}
