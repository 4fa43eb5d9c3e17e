package assay.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TensorTest {
    @ParameterizedTest
    @MethodSource("shapes")
    void a_shape_holds_the_product_of_its_dimensions(int[] shape, int size) {
        Tensor zeros = Tensor.zeros(shape);
        assertThat(zeros.shape()).containsExactly(shape);
        assertThat(zeros.rank()).isEqualTo(shape.length);
        assertThat(zeros.size()).isEqualTo(size);
        assertThat(zeros.data()).hasSize(size).containsOnly(new float[size]);
        assertThat(Tensor.of(new float[size], shape).shape()).containsExactly(shape);
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                arguments(new int[] {}, 1),
                arguments(new int[] {1}, 1),
                arguments(new int[] {2, 3, 4, 5}, 120),
                arguments(new int[] {1, 1, 1, 1, 1, 1, 1, 1, 2}, 2),
                arguments(new int[] {0}, 0),
                arguments(new int[] {3, 0, 2}, 0),
                arguments(new int[] {0, Integer.MAX_VALUE, Integer.MAX_VALUE}, 0));
    }

    @ParameterizedTest
    @MethodSource("badShapes")
    void a_shape_that_cannot_be_is_refused(int[] shape, String reason) {
        assertThatThrownBy(() -> Tensor.zeros(shape))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
        assertThatThrownBy(() -> Tensor.of(new float[] {1}, shape)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tensor.scalar(1).reshape(shape)).isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<Arguments> badShapes() {
        return Stream.of(
                arguments(new int[] {-1}, "[-1] has a negative dimension"),
                arguments(new int[] {2, -3}, "[2, -3] has a negative dimension"),
                arguments(new int[] {-2, -3}, "negative dimension"),
                arguments(new int[] {0, -1}, "negative dimension"),
                arguments(new int[] {65_536, 32_768}, "holds too many numbers"),
                arguments(new int[] {65_536, 65_536}, "holds too many numbers"),
                arguments(new int[] {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE}, "too many"));
    }

    @Test
    void numbers_lie_in_row_major_order() {
        Tensor tensor = counting(2, 3, 4, 5);
        for (int n = 0; n < 2; n++) {
            for (int c = 0; c < 3; c++) {
                for (int h = 0; h < 4; h++) {
                    for (int w = 0; w < 5; w++) {
                        assertThat(tensor.get(n, c, h, w)).isEqualTo(((n * 3 + c) * 4 + h) * 5 + w);
                    }
                }
            }
        }
        assertThat(tensor.size(0)).isEqualTo(2);
        assertThat(tensor.size(3)).isEqualTo(5);
        assertThat(Tensor.scalar(7).get()).isEqualTo(7);
    }

    @ParameterizedTest
    @MethodSource("badIndices")
    void an_index_outside_is_refused_by_name(int[] index, String reason) {
        Tensor tensor = counting(2, 3);
        assertThatThrownBy(() -> tensor.get(index))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage(reason);
        assertThatThrownBy(() -> tensor.set(1, index)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(tensor.data()).containsExactly(0, 1, 2, 3, 4, 5);
    }

    static Stream<Arguments> badIndices() {
        return Stream.of(
                arguments(new int[] {2, 0}, "index [2, 0] for a tensor of shape [2, 3]"),
                arguments(new int[] {0, 3}, "index [0, 3] for a tensor of shape [2, 3]"),
                arguments(new int[] {-1, 0}, "index [-1, 0] for a tensor of shape [2, 3]"),
                arguments(new int[] {1}, "1 indices for a tensor of shape [2, 3]"),
                arguments(new int[] {}, "0 indices for a tensor of shape [2, 3]"),
                arguments(new int[] {0, 0, 0}, "3 indices for a tensor of shape [2, 3]"));
    }

    @Test
    void writing_goes_to_the_tensor_and_to_no_copy() {
        float[] given = {1, 2};
        int[] shape = {2};
        Tensor tensor = Tensor.of(given, shape);
        Tensor copy = tensor.copy();
        Tensor reshaped = tensor.reshape(1, 2);
        given[0] = 9;
        shape[0] = 9;
        tensor.shape()[0] = 9;
        tensor.set(5, 0);
        tensor.data()[1] = 6;
        assertThat(tensor.shape()).containsExactly(2);
        assertThat(tensor.data()).containsExactly(5, 6);
        assertThat(copy.data()).containsExactly(1, 2);
        assertThat(reshaped.data()).containsExactly(1, 2);
        assertThat(reshaped.shape()).containsExactly(1, 2);
    }

    @Test
    void reshaping_keeps_the_order_and_the_number_of_numbers() {
        assertThat(counting(2, 3).reshape(3, 2).get(1, 0)).isEqualTo(2);
        assertThatThrownBy(() -> counting(2, 3).reshape(4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shape [4] holds 4 numbers, but 6 were given");
    }

    @Test
    void prints_its_shape_and_its_first_numbers() {
        assertThat(Tensor.scalar(1)).hasToString("Tensor[][1.0]");
        assertThat(counting(2, 2)).hasToString("Tensor[2, 2][0.0, 1.0, 2.0, 3.0]");
        assertThat(counting(9)).hasToString("Tensor[9][0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, ...]");
    }

    private static Tensor counting(int... shape) {
        Tensor tensor = Tensor.zeros(shape);
        for (int i = 0; i < tensor.size(); i++) {
            tensor.data()[i] = i;
        }
        return tensor;
    }
}
