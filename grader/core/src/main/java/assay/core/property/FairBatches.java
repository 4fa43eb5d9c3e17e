package assay.core.property;

import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Mini-batches: in each epoch each sample in exactly one, all full but the last, the order shuffled, and each epoch another.
 */
final class FairBatches implements Property {
    @Override
    public Optional<String> broken(List<Argument> arguments, Tensor output) {
        int samples = ((Argument.OfInt) arguments.getFirst()).number();
        int batchSize = ((Argument.OfInt) arguments.get(1)).number();
        int epochs = ((Argument.OfInt) arguments.get(2)).number();
        float[][] batches = IntStream.range(0, epochs)
                .mapToObj(row -> Arrays.copyOfRange(output.data(), row * samples, (row + 1) * samples))
                .toArray(float[][]::new);
        for (int epoch = 0; epoch < epochs; epoch++) {
            Optional<String> unfair = unfair(batches[epoch], batchSize, "In epoch " + (epoch + 1));
            if (unfair.isPresent()) {
                return unfair;
            }
        }
        return repeated(batches);
    }

    private static Optional<String> unfair(float[] epoch, int batchSize, String when) {
        int[] sizes = new int[Math.ceilDiv(epoch.length, batchSize)];
        for (int sample = 0; sample < epoch.length; sample++) {
            float batch = epoch[sample];
            if (!(batch >= 0 && batch < sizes.length && batch == Math.rint(batch))) {
                return Optional.of("%s, sample %d is in batch %s; there are batches 0 to %d."
                        .formatted(when, sample, batch, sizes.length - 1));
            }
            sizes[(int) batch]++;
        }
        for (int batch = 0; batch < sizes.length; batch++) {
            int full = Math.min(batchSize, epoch.length - batch * batchSize);
            if (sizes[batch] != full) {
                return Optional.of("%s, batch %d has %d samples; it should have %d%s."
                        .formatted(
                                when,
                                batch,
                                sizes[batch],
                                full,
                                full < batchSize ? ", which is what is left for the last" : ""));
            }
        }
        return Shuffling.broken(epoch, sizes, when, "batch");
    }

    private static Optional<String> repeated(float[]... epochs) {
        for (int one = 0; one < epochs.length; one++) {
            for (int other = 0; other < one; other++) {
                if (Arrays.equals(epochs[one], epochs[other])) {
                    return Optional.of("Epochs %d and %d have the same batches; the samples are shuffled in each epoch."
                            .formatted(other + 1, one + 1));
                }
            }
        }
        return Optional.empty();
    }
}
