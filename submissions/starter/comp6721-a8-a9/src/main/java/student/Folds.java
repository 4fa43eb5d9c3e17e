package student;

import assay.kernels.KFold;
import assay.kernels.Tensor;

/**
 * The split of a cross-validation into folds, shuffled.
 *
 * <p>The formula and all shapes stand at the interface, KFold.
 */
public class Folds implements KFold {
    @Override
    public Tensor kFold(int samples, int folds, int[] seeds) {
        throw new UnsupportedOperationException("kFold is not implemented yet");
    }
}
