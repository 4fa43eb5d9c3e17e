package park;

import assay.kernels.ReluGradient;
import assay.kernels.Tensor;

/** The gradient goes through where the input is positive. */
public final class ReluBack implements ReluGradient {
    @Override
    public Tensor reluGradient(Tensor input, Tensor gradOutput) {
        Tensor gradient = Tensor.zeros(input.shape());
        for (int i = 0; i < input.size(); i++) {
            gradient.data()[i] = input.data()[i] > 0 ? gradOutput.data()[i] : 0;
        }
        return gradient;
    }
}
