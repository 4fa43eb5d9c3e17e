package assay.core.property;

import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A split into folds: each sample in exactly one, sizes that differ by 1 at most, the order shuffled, the same seed with
 * the same split and another with another.
 */
final class FairFolds implements Property {
    @Override
    public Optional<String> broken(List<Argument> arguments, Tensor output) {
        int samples = ((Argument.OfInt) arguments.getFirst()).number();
        int folds = ((Argument.OfInt) arguments.get(1)).number();
        int[] seeds = ((Argument.OfInts) arguments.get(2)).ints();
        float[][] splits = IntStream.range(0, seeds.length)
                .mapToObj(row -> Arrays.copyOfRange(output.data(), row * samples, (row + 1) * samples))
                .toArray(float[][]::new);
        for (int row = 0; row < seeds.length; row++) {
            Optional<String> unfair = unfair(splits[row], folds, seeds[row]);
            if (unfair.isPresent()) {
                return unfair;
            }
        }
        return unseeded(splits, seeds);
    }

    private static Optional<String> unfair(float[] split, int folds, int seed) {
        int[] sizes = new int[folds];
        for (int sample = 0; sample < split.length; sample++) {
            float fold = split[sample];
            if (!(fold >= 0 && fold < folds && fold == Math.rint(fold))) {
                return Optional.of("With seed %d, sample %d is in fold %s; there are folds 0 to %d."
                        .formatted(seed, sample, fold, folds - 1));
            }
            sizes[(int) fold]++;
        }
        int largest = Arrays.stream(sizes).max().orElse(0);
        int smallest = Arrays.stream(sizes).min().orElse(0);
        if (largest - smallest > 1) {
            return Optional.of("With seed %d, one fold has %d samples and another %d; they may differ by 1."
                    .formatted(seed, smallest, largest));
        }
        return Shuffling.broken(split, sizes, "With seed " + seed, "fold");
    }

    private static Optional<String> unseeded(float[][] splits, int... seeds) {
        for (int one = 0; one < seeds.length; one++) {
            for (int other = 0; other < one; other++) {
                boolean equal = Arrays.equals(splits[one], splits[other]);
                if (equal != (seeds[one] == seeds[other])) {
                    return Optional.of(
                            equal
                                    ? "The seeds %d and %d gave one and the same split."
                                            .formatted(seeds[other], seeds[one])
                                    : "The seed %d gave two different splits; use a generator made from the seed alone."
                                            .formatted(seeds[one]));
                }
            }
        }
        return Optional.empty();
    }
}
