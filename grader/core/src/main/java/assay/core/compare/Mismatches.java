package assay.core.compare;

import java.util.OptionalInt;

/**
 * Where an output differs by more than its tolerance.
 *
 * @param count at how many places the squared error alone is above what is allowed, or a non-finite number does not match
 * @param first the first such place, in row-major order
 * @param largest the place of the largest error; the first non-finite number out of place counts as the largest
 */
record Mismatches(int count, OptionalInt first, int largest) {
    static Mismatches of(float[] expected, float[] actual, double allowed) {
        int count = 0;
        int first = -1;
        int largest = 0;
        double largestError = -1;
        for (int place = 0; place < expected.length; place++) {
            double error = Errors.at(expected[place], actual[place]);
            if (!(error * error <= allowed)) {
                count++;
                first = first < 0 ? place : first;
            }
            if (Double.compare(error, largestError) > 0) { // NaN counts as larger than any number
                largest = place;
                largestError = error;
            }
        }
        return new Mismatches(count, first < 0 ? OptionalInt.empty() : OptionalInt.of(first), largest);
    }
}
