package assay.core.compare;

import java.util.Arrays;

/**
 * Mean and variance of the finite numbers of a golden.
 *
 * @param count how many are finite
 * @param mean 0 if none is
 * @param variance of the population, computed in two passes; exactly 0 where all the numbers are the same
 */
record Moments(int count, double mean, double variance) {
    static Moments of(float[] numbers) {
        double first = numbers.length == 0 ? 0 : numbers[0];
        // Around the first number and not around 0: equal numbers then have exactly their own mean, and variance 0.
        double sum = Sums.deviations(numbers, first);
        if (!Double.isFinite(sum)) {
            return ofFinite(numbers);
        }
        double mean = numbers.length == 0 ? 0 : first + sum / numbers.length;
        double variance = numbers.length == 0 ? 0 : Sums.squaredDeviations(numbers, mean) / numbers.length;
        return new Moments(numbers.length, mean, variance);
    }

    double meanSquare() {
        return variance + mean * mean;
    }

    /** What an error is measured against: the variance, or the mean square where there is no variance. */
    double scale() {
        return variance > 0 ? variance : meanSquare();
    }

    private static Moments ofFinite(float[] numbers) {
        float[] finite = new float[numbers.length];
        int count = 0;
        for (float number : numbers) {
            if (Float.isFinite(number)) {
                finite[count++] = number;
            }
        }
        return of(Arrays.copyOf(finite, count));
    }
}
