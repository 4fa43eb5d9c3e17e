package student;

import assay.kernels.Sigmoid;
import assay.kernels.Tensor;

/**
 * 1 / (1 + e^-x) of each number; the output has the shape of the input, whatever it is.
 */
public class LogisticSigmoid implements Sigmoid {
    @Override
    public Tensor sigmoid(Tensor input) {
        throw new UnsupportedOperationException("sigmoid is not implemented yet");
    }
}
