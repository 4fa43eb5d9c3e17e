package wei;

import assay.kernels.KFold;
import assay.kernels.Tensor;
import java.util.Random;

/** The samples are shuffled and then dealt to the folds in turn, so that no fold is larger than another by more than 1. */
public final class Folds implements KFold {
    @Override
    public Tensor kFold(int samples, int folds, int[] seeds) {
        Tensor splits = Tensor.zeros(seeds.length, samples);
        for (int split = 0; split < seeds.length; split++) {
            int[] order = shuffled(samples, new Random(seeds[split]));
            for (int place = 0; place < samples; place++) {
                splits.set(place % folds, split, order[place]);
            }
        }
        return splits;
    }

    private static int[] shuffled(int samples, Random random) {
        int[] order = new int[samples];
        for (int place = 0; place < samples; place++) {
            int other = random.nextInt(place + 1);
            order[place] = order[other];
            order[other] = place;
        }
        return order;
    }
}
