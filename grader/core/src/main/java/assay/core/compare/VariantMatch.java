package assay.core.compare;

import assay.kernels.Tensor;
import java.util.Arrays;

/**
 * Whether an output is that of a known wrong variant.
 *
 * <p>Where the variant is finite everywhere, it is compared as a golden is. A variant may also break down on purpose,
 * e.g. where an exponential overflows; which of NaN and infinity comes out then depends on how the formula is written,
 * and at how many places on whether it was computed in float or in double. So an output is taken for such a variant if
 * it is not finite wherever the variant is not, and near it where both are finite.
 */
public final class VariantMatch {
    private VariantMatch() {}

    /** Whether {@code output} is {@code variant}, up to rounding; neither is written to. */
    public static boolean matches(Tensor variant, Tensor output, Tolerance tolerance) {
        if (finite(variant) || !Arrays.equals(variant.shape(), output.shape())) {
            return TensorWeighing.compare(variant, output, tolerance).matches();
        }
        float[] wanted = new float[variant.size()];
        float[] actual = new float[variant.size()];
        int both = 0;
        for (int place = 0; place < variant.size(); place++) {
            boolean breaksDown = !Float.isFinite(variant.data()[place]);
            boolean answers = Float.isFinite(output.data()[place]);
            if (breaksDown && answers) {
                return false;
            }
            if (answers) {
                wanted[both] = variant.data()[place];
                actual[both] = output.data()[place];
                both++;
            }
        }
        return both == 0
                || TensorWeighing.compare(first(wanted, both), first(actual, both), tolerance)
                        .matches();
    }

    private static boolean finite(Tensor tensor) {
        for (float number : tensor.data()) {
            if (!Float.isFinite(number)) {
                return false;
            }
        }
        return true;
    }

    private static Tensor first(float[] numbers, int count) {
        return Tensor.of(Arrays.copyOf(numbers, count), count);
    }
}
