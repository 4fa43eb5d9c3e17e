package solution;

import assay.kernels.Dropout;
import assay.kernels.Tensor;
import java.util.Random;

/** Each number is dropped by a draw of its own; what is kept is scaled, so that the expectation stays. */
public final class RandomDropout implements Dropout {
    @Override
    public Tensor dropout(Tensor input, float p, boolean training, int seed) {
        Tensor output = input.copy();
        if (training) {
            Random random = new Random(seed);
            for (int i = 0; i < output.size(); i++) {
                output.data()[i] = random.nextFloat() < p ? 0 : output.data()[i] / (1 - p);
            }
        }
        return output;
    }
}
