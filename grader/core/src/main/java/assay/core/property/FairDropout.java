package assay.core.property;

import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Dropout: every number is 0 or its input over 1 - p; the share of zeros is p, and whether a number is dropped says
 * nothing of its neighbour. Not in training, nothing changes.
 */
final class FairDropout implements Property {
    private static final double ROUNDING = 1e-5;

    @Override
    public Optional<String> broken(List<Argument> arguments, Tensor output) {
        float[] input = ((Argument.OfTensor) arguments.getFirst()).tensor().data();
        double p = ((Argument.OfFloat) arguments.get(1)).number();
        boolean training = ((Argument.OfBoolean) arguments.get(2)).flag();
        double scale = training ? 1 / (1 - p) : 1;
        int zeros = 0;
        for (int place = 0; place < input.length; place++) {
            double kept = input[place] * scale;
            float actual = output.data()[place];
            boolean dropped = training && actual == 0;
            if (!dropped && !(Math.abs(actual - kept) <= ROUNDING * Math.abs(kept))) {
                return Optional.of(wrongValue(place, input[place], kept, actual, training));
            }
            zeros += dropped ? 1 : 0;
        }
        return training && p > 0 ? unfair(output.data(), zeros, p) : Optional.empty();
    }

    private static String wrongValue(int place, float input, double kept, float actual, boolean training) {
        return String.format(
                Locale.ROOT,
                training
                        ? "The input %s at place %d became %s; in training it becomes 0 or, over 1 - p, %s."
                        : "The input %s at place %d became %s; when not training, nothing changes, so %s is right.",
                input,
                place,
                actual,
                (float) kept);
    }

    private static Optional<String> unfair(float[] output, int zeros, double p) {
        int size = output.length;
        double spread = DEVIATIONS * Math.sqrt(size * p * (1 - p));
        if (Math.abs(zeros - size * p) > spread) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "%d of %d numbers were dropped; with p = %s it should be about %.0f, and chance leaves at most %.0f"
                            + " more or fewer.",
                    zeros,
                    size,
                    (float) p,
                    size * p,
                    spread));
        }
        double share = (double) zeros / size;
        double together = 0;
        for (int place = 1; place < size; place++) {
            together += (dropped(output[place]) - share) * (dropped(output[place - 1]) - share);
        }
        double correlation = together / (share * (1 - share));
        return Math.abs(correlation) <= DEVIATIONS * Math.sqrt(size - 1.0)
                ? Optional.empty()
                : Optional.of("Neighbours are dropped together, or in turn, more often than chance does it; each number"
                        + " is dropped by itself.");
    }

    private static int dropped(float value) {
        return value == 0 ? 1 : 0;
    }
}
