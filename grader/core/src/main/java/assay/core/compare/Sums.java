package assay.core.compare;

/**
 * Sums over float arrays, in double precision.
 *
 * <p>Each loop adds to an array of partial sums, none of which waits for another as additions to a single variable do.
 * The order is fixed, so the result is the same on every machine.
 */
final class Sums {
    private static final int LANES = 512;

    private Sums() {}

    /** Σ (x − centre). */
    static double deviations(float[] numbers, double centre) {
        double[] lanes = new double[LANES];
        int whole = numbers.length - numbers.length % LANES;
        for (int from = 0; from < whole; from += LANES) {
            addDeviations(lanes, numbers, from, centre);
        }
        double sum = total(lanes);
        for (int i = whole; i < numbers.length; i++) {
            sum += numbers[i] - centre;
        }
        return sum;
    }

    /** Σ (x − centre)². */
    static double squaredDeviations(float[] numbers, double centre) {
        double[] lanes = new double[LANES];
        int whole = numbers.length - numbers.length % LANES;
        for (int from = 0; from < whole; from += LANES) {
            addSquaredDeviations(lanes, numbers, from, centre);
        }
        double sum = total(lanes);
        for (int i = whole; i < numbers.length; i++) {
            double deviation = numbers[i] - centre;
            sum += deviation * deviation;
        }
        return sum;
    }

    /** Σ (x − y)² of two arrays of one length; not finite exactly if one of the numbers is not. */
    static double squaredDifferences(float[] left, float[] right) {
        double[] lanes = new double[LANES];
        int whole = left.length - left.length % LANES;
        for (int from = 0; from < whole; from += LANES) {
            addSquaredDifferences(lanes, left, right, from);
        }
        double sum = total(lanes);
        for (int i = whole; i < left.length; i++) {
            double difference = (double) left[i] - right[i];
            sum += difference * difference;
        }
        return sum;
    }

    private static void addDeviations(double[] lanes, float[] numbers, int from, double centre) {
        for (int lane = 0; lane < LANES; lane++) {
            lanes[lane] += numbers[from + lane] - centre;
        }
    }

    private static void addSquaredDeviations(double[] lanes, float[] numbers, int from, double centre) {
        for (int lane = 0; lane < LANES; lane++) {
            double deviation = numbers[from + lane] - centre;
            lanes[lane] += deviation * deviation;
        }
    }

    private static void addSquaredDifferences(double[] lanes, float[] left, float[] right, int from) {
        for (int lane = 0; lane < LANES; lane++) {
            double difference = (double) left[from + lane] - (double) right[from + lane];
            lanes[lane] += difference * difference;
        }
    }

    private static double total(double[] lanes) {
        double sum = 0;
        for (double lane : lanes) {
            sum += lane;
        }
        return sum;
    }
}
