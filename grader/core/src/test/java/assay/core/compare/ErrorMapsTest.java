package assay.core.compare;

import static assay.core.compare.TensorWeighingTest.noise;
import static assay.core.compare.TensorWeighingTest.weigh;
import static org.assertj.core.api.Assertions.assertThat;

import assay.core.compare.TensorComparison.ErrorMap;
import assay.kernels.Tensor;
import org.junit.jupiter.api.Test;

final class ErrorMapsTest {
    @Test
    void the_slice_with_the_largest_error_is_drawn() {
        Tensor golden = Tensor.zeros(2, 3, 2, 2);
        Tensor output = golden.copy();
        output.set(1, 0, 0, 0, 0);
        output.set(-4, 1, 2, 1, 0);

        ErrorMap map = mapOf(golden, output);

        assertThat(map.shown()).isEqualTo("output[1, 2]");
        assertThat(map.rows()).isEqualTo(2);
        assertThat(map.columns()).isEqualTo(2);
        assertThat(map.errors()).containsExactly(0f, 0f, 4f, 0f);
    }

    @Test
    void a_number_out_of_place_that_is_not_finite_is_the_largest_error() {
        Tensor golden = Tensor.zeros(3, 1, 2);
        Tensor output = golden.copy();
        output.set(1e30f, 0, 0, 0);
        output.set(Float.NaN, 2, 0, 1);

        ErrorMap map = mapOf(golden, output);

        assertThat(map.shown()).isEqualTo("output[2]");
        assertThat(map.errors()).containsExactly(0f, Float.NaN);
    }

    @Test
    void large_slices_are_reduced_by_the_largest_error_of_each_block() {
        Tensor golden = Tensor.zeros(100, 33);
        Tensor output = golden.copy();
        output.set(2, 99, 32);
        output.set(1, 99, 31);
        output.set(3, 50, 0);

        ErrorMap map = mapOf(golden, output);

        assertThat(map.rows()).isEqualTo(32);
        assertThat(map.columns()).isEqualTo(32);
        assertThat(map.errors()).hasSize(32 * 32);
        assertThat(map.errors().getLast()).isEqualTo(2f);
        assertThat(map.errors().stream().filter(error -> error > 0)).containsExactly(3f, 2f);
        assertThat(map.shown()).isEqualTo("output");
    }

    @Test
    void every_number_is_in_some_cell() {
        Tensor golden = noise(5, 45, 37);
        for (int place = 0; place < golden.size(); place += 13) {
            Tensor output = golden.copy();
            output.data()[place] += 100;

            assertThat(mapOf(golden, output).errors().stream().filter(error -> error > 50))
                    .hasSize(1);
        }
    }

    @Test
    void a_vector_is_one_row() {
        Tensor golden = Tensor.zeros(5);
        Tensor output = golden.copy();
        output.set(1, 3);

        ErrorMap map = mapOf(golden, output);

        assertThat(map.rows()).isEqualTo(1);
        assertThat(map.errors()).containsExactly(0f, 0f, 0f, 1f, 0f);
    }

    private static ErrorMap mapOf(Tensor expected, Tensor actual) {
        return weigh(expected, actual).map().orElseThrow();
    }
}
