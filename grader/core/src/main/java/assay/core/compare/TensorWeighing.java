package assay.core.compare;

import assay.core.compare.TensorComparison.ErrorMap;
import assay.core.compare.TensorComparison.Mismatch;
import assay.core.compare.TensorComparison.ShapeMismatch;
import assay.core.compare.TensorComparison.Weighed;
import assay.kernels.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Weighs an output against its golden.
 *
 * <ul>
 *   <li>The shapes must be the same; nothing is broadcast.
 *   <li>A NaN never matches, not even a NaN. An infinity matches only the same infinity at the same place. {@code -0.0}
 *       equals {@code 0.0}: they differ in no sum, and PyTorch itself gives either.
 *   <li>{@code mse <= allowed} decides, where {@code allowed = max(absolute, relative × scale)}. The scale is the variance
 *       of the golden (of the population, in double precision), so that an answer of zeros or of the mean fails by far.
 *       Where the golden holds one number or has no variance, it is its mean square.
 * </ul>
 *
 * <p>An output that matches costs a few vectorised passes; only one that does not is looked at number by number.
 */
public final class TensorWeighing {
    private TensorWeighing() {}

    /**
     * Compares; neither tensor is written to.
     *
     * @param expected the golden
     * @param actual any tensor, however hostile
     */
    public static TensorComparison compare(Tensor expected, Tensor actual, Tolerance tolerance) {
        if (!Arrays.equals(expected.shape(), actual.shape())) {
            return new ShapeMismatch(boxed(expected.shape()), boxed(actual.shape()));
        }
        Moments moments = Moments.of(expected.data());
        double allowed = Math.max(tolerance.absolute(), tolerance.relative() * moments.scale());
        Errors errors = Errors.of(expected.data(), actual.data(), moments);
        boolean matches = errors.mse() <= allowed; // false where mse is NaN
        if (matches && errors.maxAbsolute() * errors.maxAbsolute() <= allowed) {
            return weighed(true, errors, allowed, 0, expected, Optional.empty(), Optional.empty());
        }
        Mismatches mismatches = Mismatches.of(expected.data(), actual.data(), allowed);
        Optional<Mismatch> first = mismatches.first().stream()
                .mapToObj(place -> new Mismatch(
                        boxed(Places.index(expected.shape(), place)), expected.data()[place], actual.data()[place]))
                .findFirst();
        Optional<ErrorMap> map = matches ? Optional.empty() : ErrorMaps.around(mismatches.largest(), expected, actual);
        return weighed(matches, errors, allowed, mismatches.count(), expected, first, map);
    }

    private static Weighed weighed(
            boolean matches,
            Errors errors,
            double allowed,
            int mismatches,
            Tensor expected,
            Optional<Mismatch> first,
            Optional<ErrorMap> map) {
        return new Weighed(
                matches,
                errors.mse(),
                allowed,
                errors.maxAbsolute(),
                errors.maxRelative(),
                mismatches,
                expected.size(),
                first,
                map);
    }

    private static List<Integer> boxed(int... numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}
