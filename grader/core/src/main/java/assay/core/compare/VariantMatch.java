package assay.core.compare;

import assay.kernels.Tensor;
import java.util.Arrays;

/**
 * Whether an output is that of a known wrong variant.
 *
 * <p>Where the variant is finite everywhere this is the comparison with a golden. A variant may also break down on
 * purpose, e.g. where an exponential overflows; which of NaN and infinity comes out then depends on how the formula is
 * written, and at how many places on whether it was computed in float or in double. So an output is taken for such a
 * variant if it is not finite wherever the variant is not, and near it wherever both are finite.
 */
public final class VariantMatch {
    private VariantMatch() {}

    /** Whether {@code output} is {@code variant}, up to rounding. */
    public static boolean matches(Tensor variant, Tensor output, Tolerance tolerance) {
        if (!Arrays.equals(variant.shape(), output.shape())) {
            return false;
        }
        float[] wanted = variant.data();
        float[] actual = output.data();
        boolean breaksDown = false;
        int both = 0;
        double mean = 0;
        double squares = 0;
        double errors = 0;
        for (int index = 0; index < wanted.length; index++) {
            if (!Float.isFinite(wanted[index])) {
                breaksDown = true;
                if (Float.isFinite(actual[index])) {
                    return false;
                }
            } else if (Float.isFinite(actual[index])) {
                both++;
                double fromMean = wanted[index] - mean;
                mean += fromMean / both;
                squares += fromMean * (wanted[index] - mean);
                double error = (double) actual[index] - wanted[index];
                errors += error * error;
            }
        }
        if (both < wanted.length && !breaksDown) {
            return false;
        }
        return errors <= Math.max(tolerance.relative() * squares, tolerance.absolute() * both);
    }
}
