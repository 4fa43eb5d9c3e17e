package assay.core.report.page;

import assay.core.compare.TensorComparison.Weighed;
import assay.core.report.text.Words;
import java.util.Locale;

/**
 * The error against the tolerance on a logarithmic scale with the tolerance in its middle: each half is six decades.
 *
 * @param position of the error, 0 … 100; the tolerance is at 50
 * @param relation the same in words, e.g. {@code 3,400 times the tolerance}
 * @param finite false where a number that is none stands in the output
 */
public record ErrorBar(boolean accepted, boolean finite, int position, String error, String allowed, String relation) {
    private static final int MIDDLE = 50;
    private static final double DECADES = 6;

    static ErrorBar of(Weighed weighed) {
        double ratio = weighed.mse() / weighed.allowed();
        boolean finite = Double.isFinite(weighed.mse());
        return new ErrorBar(
                weighed.matches(),
                finite,
                finite ? position(ratio) : 2 * MIDDLE,
                Words.error(weighed.mse()),
                Words.error(weighed.allowed()),
                relation(weighed, ratio));
    }

    private static int position(double ratio) {
        if (ratio == 0) {
            return 0;
        }
        double place = MIDDLE + MIDDLE * Math.log10(ratio) / DECADES;
        // An error just above the tolerance must not look as if it were on it.
        long rounded = ratio > 1 ? (long) Math.ceil(place) : (long) Math.floor(place);
        return Math.clamp(rounded, 1, 2 * MIDDLE);
    }

    private static String relation(Weighed weighed, double ratio) {
        if (weighed.mse() == 0) {
            return "exact";
        }
        if (!Double.isFinite(weighed.mse())) {
            return "a NaN or an infinity is out of place";
        }
        if (ratio > 1) {
            return times(ratio) + " the tolerance";
        }
        return ratio < 0.001 ? "far within the tolerance" : "within the tolerance";
    }

    private static String times(double ratio) {
        if (ratio >= 1e6) {
            return "over a million times";
        }
        return String.format(Locale.ROOT, ratio < 10 ? "%.1f times" : "%,.0f times", ratio);
    }
}
