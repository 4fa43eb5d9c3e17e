package assay.core.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import assay.core.compare.TensorComparison.Mismatch;
import assay.core.compare.TensorComparison.ShapeMismatch;
import assay.core.compare.TensorComparison.Weighed;
import assay.kernels.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TensorWeighingTest {
    private static final float INFINITY = Float.POSITIVE_INFINITY;
    private static final float MAX = Float.MAX_VALUE;

    @Test
    void an_equal_output_matches_without_error() {
        Tensor golden = Tensor.of(new float[] {1, -2, 3, 4}, 2, 2);

        Weighed weighed = weigh(golden, golden.copy());

        assertThat(weighed.matches()).isTrue();
        assertThat(weighed.mse()).isZero();
        assertThat(weighed.maxAbsolute()).isZero();
        assertThat(weighed.maxRelative()).isZero();
        assertThat(weighed.mismatches()).isZero();
        assertThat(weighed.size()).isEqualTo(4);
        assertThat(weighed.first()).isEmpty();
        assertThat(weighed.map()).isEmpty();
    }

    @Test
    void nothing_is_broadcast() {
        TensorComparison comparison = TensorWeighing.compare(Tensor.zeros(1, 3), Tensor.zeros(3), Tolerance.DEFAULT);

        assertThat(comparison).isEqualTo(new ShapeMismatch(List.of(1, 3), List.of(3)));
        assertThat(comparison.matches()).isFalse();
    }

    @Test
    void a_scalar_is_not_a_tensor_of_one_number() {
        assertThat(TensorWeighing.compare(Tensor.scalar(1), Tensor.of(new float[] {1}, 1), Tolerance.DEFAULT))
                .isInstanceOf(ShapeMismatch.class);
    }

    @Test
    void no_numbers_at_all_match() {
        assertThat(weigh(Tensor.zeros(0, 3), Tensor.zeros(0, 3)).matches()).isTrue();
    }

    @Test
    void negative_zero_is_zero() {
        assertThat(weigh(vector(0, 1), vector(-0f, 1)).matches()).isTrue();
    }

    /** Golden and output of two numbers beside enough ordinary ones to have a scale. */
    @ParameterizedTest
    @CsvSource({
        "1,         NaN,       false",
        "NaN,       NaN,       false",
        "NaN,       1,         false",
        "Infinity,  Infinity,  true",
        "-Infinity, -Infinity, true",
        "Infinity,  -Infinity, false",
        "Infinity,  1,         false",
        "1,         Infinity,  false",
        "Infinity,  NaN,       false",
        "Infinity,  3.4028235E38, false",
    })
    void what_is_not_finite_matches_only_the_same_infinity(float expected, float actual, boolean matches) {
        Weighed weighed = weigh(vector(1, expected, 2, 3), vector(1, actual, 2, 3));

        assertThat(weighed.matches()).isEqualTo(matches);
        assertThat(weighed.mismatches()).isEqualTo(matches ? 0 : 1);
        if (matches) {
            assertThat(weighed.mse()).isZero();
        } else {
            assertThat(weighed.mse()).isNaN();
            assertThat(weighed.first()).contains(new Mismatch(List.of(1), expected, actual));
        }
    }

    @Test
    void infinities_at_swapped_places_do_not_match() {
        assertThat(weigh(vector(INFINITY, -INFINITY), vector(-INFINITY, INFINITY))
                        .matches())
                .isFalse();
    }

    @Test
    void beside_a_matching_infinity_the_other_numbers_still_count() {
        Weighed weighed = weigh(vector(INFINITY, 1, 2), vector(INFINITY, 1, 5));

        assertThat(weighed.matches()).isFalse();
        assertThat(weighed.mse()).isEqualTo(9.0 / 2);
        assertThat(weighed.maxAbsolute()).isEqualTo(3);
        assertThat(weighed.first()).contains(new Mismatch(List.of(2), 2, 5));
    }

    @Test
    void the_largest_numbers_of_all_overflow_nowhere() {
        Weighed wrong = weigh(vector(MAX, -MAX, 1), vector(-MAX, MAX, 1));
        assertThat(wrong.matches()).isFalse();
        assertThat(wrong.mse()).isFinite();
        assertThat(wrong.maxAbsolute()).isEqualTo(2.0 * MAX);

        assertThat(weigh(vector(MAX, -MAX, 1), vector(MAX, -MAX, 1)).matches()).isTrue();
        assertThat(weigh(vector(1, 2, 3), vector(MAX, 2, 3)).matches()).isFalse();
    }

    @Test
    void a_nan_in_a_large_output_is_found_wherever_it_is() {
        for (int place : new int[] {0, 511, 512, 1023, 1024, 1499}) {
            Tensor golden = noise(7, 1500);
            Tensor output = golden.copy();
            output.data()[place] = Float.NaN;

            Weighed weighed = weigh(golden, output);

            assertThat(weighed.matches()).isFalse();
            assertThat(weighed.first().orElseThrow().index()).containsExactly(place);
        }
    }

    @Test
    void the_tolerance_follows_the_variance_of_the_golden() {
        Tolerance tolerance = new Tolerance(1e-2, 1e-12);
        // Mean 1000, variance 1: allowed is 0.01, though the numbers are large.
        Tensor golden = vector(999, 1001);

        assertThat(weigh(golden, vector(999.0625f, 1001.0625f), tolerance).matches())
                .isTrue();
        Weighed wrong = weigh(golden, vector(999.125f, 1001.125f), tolerance);
        assertThat(wrong.matches()).isFalse();
        assertThat(wrong.allowed()).isCloseTo(0.01, within(1e-15));
        assertThat(wrong.mse()).isEqualTo(0.015625);
    }

    @Test
    void a_golden_without_variance_is_measured_by_its_mean_square() {
        Tolerance tolerance = new Tolerance(1e-2, 1e-12);

        assertThat(weigh(vector(10, 10, 10), vector(10, 10, 11), tolerance).allowed())
                .isEqualTo(1);
        assertThat(weigh(Tensor.scalar(10), Tensor.scalar(10.5f), tolerance).matches())
                .isTrue();
        assertThat(weigh(Tensor.scalar(10), Tensor.scalar(12), tolerance).matches())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(floats = {0.1f, 1e-20f, 3.3333f, 1e30f, -7.7e-7f})
    void equal_numbers_have_no_variance_at_all(float number) {
        float[] numbers = new float[1001];
        Arrays.fill(numbers, number);

        assertThat(Moments.of(numbers).variance()).isZero();
        assertThat(Moments.of(numbers).mean()).isEqualTo(number);
    }

    @Test
    void a_golden_of_zeros_has_the_absolute_tolerance_alone() {
        assertThat(weigh(vector(0, 0), vector(1e-7f, 0)).matches()).isTrue();
        assertThat(weigh(vector(0, 0), vector(1e-5f, 0)).matches()).isFalse();
    }

    @Test
    void the_error_may_be_exactly_as_large_as_allowed() {
        Tolerance tolerance = new Tolerance(0, 0.25);

        assertThat(weigh(vector(1, 2), vector(1.5f, 2.5f), tolerance).matches()).isTrue();
        assertThat(weigh(vector(1, 2), vector(1.5f, 2.50001f), tolerance).matches())
                .isFalse();
    }

    @Test
    void the_first_mismatch_is_named_by_its_index_and_both_numbers() {
        Tensor golden = noise(1, 2, 3, 4, 5);
        Tensor output = golden.copy();
        output.set(9, 1, 2, 0, 3);
        output.set(7, 1, 2, 3, 4);

        Weighed weighed = weigh(golden, output);

        assertThat(weighed.mismatches()).isEqualTo(2);
        assertThat(weighed.first()).contains(new Mismatch(List.of(1, 2, 0, 3), golden.get(1, 2, 0, 3), 9));
    }

    @Test
    void a_mismatch_of_a_scalar_has_an_empty_index_and_no_map() {
        Weighed weighed = weigh(Tensor.scalar(1), Tensor.scalar(2));

        assertThat(weighed.first()).contains(new Mismatch(List.of(), 1, 2));
        assertThat(weighed.map()).isEmpty();
    }

    @Test
    void an_outlier_that_the_mean_swallows_is_counted_and_still_matches() {
        Tensor golden = noise(3, 10_000);
        Tensor output = golden.copy();
        output.data()[5000] += 5e-3f; // squared 2.5e-5, and 2.5e-9 in the mean

        Weighed weighed = weigh(golden, output);

        assertThat(weighed.matches()).isTrue();
        assertThat(weighed.mismatches()).isEqualTo(1);
        assertThat(weighed.map()).isEmpty();
    }

    @Test
    void errors_are_reported_relative_to_the_golden_there() {
        Weighed weighed = weigh(vector(100, 1, 0), vector(110, 1.5f, 0));

        assertThat(weighed.maxAbsolute()).isEqualTo(10);
        assertThat(weighed.maxRelative()).isEqualTo(0.5);
    }

    @Test
    void an_error_beside_a_zero_is_large_but_finite() {
        assertThat(weigh(vector(0, 1), vector(0.5f, 1)).maxRelative())
                .isFinite()
                .isGreaterThan(1000);
        assertThat(weigh(vector(0, 0), vector(0.5f, 0)).maxRelative()).isFinite();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_fast_way_agrees_with_the_plain_definition(long seed) {
        int size = 1 + (int) (seed * 397);
        Tensor golden = noise(seed, size);
        Tensor output = noise(seed + 100, size);

        double mean = 0;
        double mse = 0;
        for (int i = 0; i < size; i++) {
            mean += golden.data()[i] / (double) size;
            mse += Math.pow((double) golden.data()[i] - output.data()[i], 2) / size;
        }
        double variance = 0;
        for (int i = 0; i < size; i++) {
            variance += Math.pow(golden.data()[i] - mean, 2) / size;
        }

        Weighed weighed = weigh(golden, output);
        assertThat(weighed.mse()).isCloseTo(mse, within(1e-12 * mse));
        assertThat(weighed.allowed()).isCloseTo(1e-8 * variance, within(1e-18));
    }

    static Tensor vector(float... numbers) {
        return Tensor.of(numbers, numbers.length);
    }

    static Tensor noise(long seed, int... shape) {
        Random random = new Random(seed);
        Tensor tensor = Tensor.zeros(shape);
        for (int i = 0; i < tensor.size(); i++) {
            tensor.data()[i] = (float) random.nextGaussian();
        }
        return tensor;
    }

    static Weighed weigh(Tensor expected, Tensor actual) {
        return weigh(expected, actual, Tolerance.DEFAULT);
    }

    private static Weighed weigh(Tensor expected, Tensor actual, Tolerance tolerance) {
        return (Weighed) TensorWeighing.compare(expected, actual, tolerance);
    }
}
