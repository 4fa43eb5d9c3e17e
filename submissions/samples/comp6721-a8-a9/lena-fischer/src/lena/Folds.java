package lena;

import assay.kernels.KFold;
import assay.kernels.Tensor;

/** Blocks of equal length. */
public final class Folds implements KFold {
    @Override
    public Tensor kFold(int samples, int folds, int[] seeds) {
        Tensor splits = Tensor.zeros(seeds.length, samples);
        for (int split = 0; split < seeds.length; split++) {
            for (int place = 0; place < samples; place++) {
                splits.set(place * folds / samples, split, place);
            }
        }
        return splits;
    }
}
