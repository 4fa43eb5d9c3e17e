package lee;

import assay.kernels.MiniBatches;
import assay.kernels.Tensor;
import java.util.Random;

/** Shuffled by the seed. */
public final class Batches implements MiniBatches {
    @Override
    public Tensor miniBatches(int samples, int batchSize, int epochs, int seed) {
        Tensor batches = Tensor.zeros(epochs, samples);
        for (int epoch = 0; epoch < epochs; epoch++) {
            int[] order = shuffled(samples, new Random(seed));
            for (int place = 0; place < samples; place++) {
                batches.set(place / batchSize, epoch, order[place]);
            }
        }
        return batches;
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
