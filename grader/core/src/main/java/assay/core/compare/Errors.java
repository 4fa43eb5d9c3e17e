package assay.core.compare;

/**
 * How large the errors of an output are.
 *
 * @param mse over the places where both numbers are finite; NaN where a non-finite one does not match
 * @param maxAbsolute over the places where both are finite
 * @param maxRelative likewise, relative to the golden's number or to {@link #FLOOR} times its root mean square,
 *     whichever is larger: next to a zero every error would be infinitely large
 */
record Errors(double mse, double maxAbsolute, double maxRelative) {
    static final double FLOOR = 1e-6;

    static Errors of(float[] expected, float[] actual, Moments moments) {
        float floor = Math.max((float) (FLOOR * Math.sqrt(moments.meanSquare())), Float.MIN_NORMAL);
        double sum = Sums.squaredDifferences(expected, actual);
        float maxAbsolute = maxAbsolute(expected, actual);
        if (expected.length == 0 || !Double.isFinite(sum) || Float.isInfinite(maxAbsolute)) {
            return oneByOne(expected, actual, floor);
        }
        return new Errors(sum / expected.length, maxAbsolute, maxRelative(expected, actual, floor));
    }

    /** The error at one place: 0 for the same infinity, NaN where a non-finite number does not match. */
    static double at(float expected, float actual) {
        if (Float.isFinite(expected) && Float.isFinite(actual)) {
            return Math.abs((double) expected - actual);
        }
        return expected == actual ? 0 : Double.NaN;
    }

    private static float maxAbsolute(float[] expected, float[] actual) {
        float largest = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(expected[i] - actual[i]));
        }
        return largest;
    }

    private static float maxRelative(float[] expected, float[] actual, float floor) {
        float largest = 0;
        for (int i = 0; i < expected.length; i++) {
            float error = Math.abs(expected[i] - actual[i]);
            largest = Math.max(largest, error / Math.max(Math.abs(expected[i]), floor));
        }
        return largest;
    }

    /** The slow way, for what is not finite, here or there or in between. */
    private static Errors oneByOne(float[] expected, float[] actual, float floor) {
        double sum = 0;
        double maxAbsolute = 0;
        double maxRelative = 0;
        int finite = 0;
        for (int i = 0; i < expected.length; i++) {
            double error = at(expected[i], actual[i]);
            sum += error * error;
            if (Float.isFinite(expected[i]) && Float.isFinite(actual[i])) {
                finite++;
                maxAbsolute = Math.max(maxAbsolute, error);
                maxRelative = Math.max(maxRelative, error / Math.max(Math.abs(expected[i]), floor));
            }
        }
        return new Errors(finite == 0 ? sum : sum / finite, maxAbsolute, maxRelative);
    }
}
