package assay.sandbox.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;

import assay.kernels.Tensor;
import org.junit.jupiter.api.Test;

final class TensorTextTest {
    @Test
    void a_scalar_is_its_number() {
        assertThat(TensorText.of(Tensor.scalar(2.5f))).isEqualTo("2.5");
    }

    @Test
    void a_vector_is_a_row() {
        assertThat(TensorText.of(Tensor.of(new float[] {1, -20}, 2))).isEqualTo("  1.0  -20.0");
    }

    @Test
    void outer_dimensions_are_headings() {
        Tensor tensor = Tensor.of(new float[] {1, 2, 3, 4, 5, 6, 7, Float.NaN}, 1, 2, 2, 2);
        assertThat(TensorText.of(tensor)).isEqualTo("""
                [0, 0]
                1.0  2.0
                3.0  4.0
                [0, 1]
                5.0  6.0
                7.0  NaN""");
    }

    @Test
    void nothing_is_said_to_be_nothing() {
        assertThat(TensorText.of(Tensor.zeros(0, 3))).isEqualTo("(no numbers)");
    }

    @Test
    void a_large_tensor_does_not_fit() {
        assertThat(TensorText.fits(Tensor.zeros(10, 10))).isTrue();
        assertThat(TensorText.fits(Tensor.zeros(10, 11))).isFalse();
    }
}
