package assay.core.compare;

import static assay.core.compare.TensorWeighingTest.noise;
import static assay.core.compare.TensorWeighingTest.vector;
import static org.assertj.core.api.Assertions.assertThat;

import assay.core.compare.NullAnswers.NullAnswer;
import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NullAnswersTest {
    private static final Argument STRIDE = new Argument.OfInt(2);

    @Test
    void each_has_the_shape_of_the_golden() {
        Tensor golden = noise(1, 2, 3);

        assertThat(NullAnswers.to(List.of(STRIDE, tensor(noise(2, 2, 3))), golden))
                .allSatisfy(answer -> assertThat(answer.output().shape()).containsExactly(2, 3))
                .extracting(NullAnswer::name)
                .containsExactly(
                        "zeros",
                        "ones",
                        "noise",
                        "the golden's mean",
                        "noise with the golden's mean and variance",
                        "a copy of the input");
    }

    @Test
    void a_golden_that_varies_accepts_none() {
        assertThat(accepted(noise(2, 4, 4), noise(1, 4, 4))).isEmpty();
    }

    @Test
    void a_golden_of_zeros_accepts_zeros_and_its_mean() {
        assertThat(accepted(noise(2, 2), vector(0, 0)))
                .containsExactly("zeros", "the golden's mean", "noise with the golden's mean and variance");
    }

    @Test
    void a_golden_of_ones_accepts_ones() {
        assertThat(accepted(noise(2, 2), vector(1, 1))).contains("ones");
    }

    @Test
    void an_output_that_is_its_input_accepts_a_copy() {
        Tensor positive = vector(1, 2, 3); // as relu leaves it
        assertThat(accepted(positive, positive.copy())).containsExactly("a copy of the input");
    }

    @Test
    void to_reshape_the_input_is_an_answer_and_no_null_answer() {
        Tensor input = noise(4, 2, 3, 2);
        assertThat(accepted(input, input.reshape(2, 6))).isEmpty();
    }

    @Test
    void a_reshaped_input_that_is_nearly_the_answer_is_one() {
        Tensor input = noise(4, 2, 3, 2);
        Tensor golden = input.reshape(2, 6);
        golden.data()[0] += 1e-6f;
        assertThat(accepted(input, golden)).containsExactly("a copy of the input");
    }

    @Test
    void one_number_is_its_own_mean_and_is_not_asked_for_it() {
        assertThat(accepted(noise(2, 2), Tensor.scalar(2.3f))).isEmpty();
        assertThat(accepted(noise(2, 2), Tensor.scalar(0))).containsExactly("zeros");
    }

    @Test
    void a_tolerance_as_wide_as_the_variance_accepts_the_mean() {
        Tensor golden = noise(1, 50);
        assertThat(NullAnswers.accepted(List.of(), golden, new Tolerance(1.0001, 0)))
                .contains("the golden's mean");
    }

    @Test
    void noise_is_the_same_each_time() {
        Tensor golden = noise(1, 9);
        assertThat(NullAnswers.to(List.of(), golden).get(2).output().data())
                .isEqualTo(NullAnswers.to(List.of(), golden).get(2).output().data());
    }

    @Test
    void an_infinity_in_the_golden_spoils_no_null_answer() {
        assertThat(NullAnswers.to(List.of(), vector(1, Float.NEGATIVE_INFINITY, 3))
                        .get(3)
                        .output()
                        .data())
                .containsOnly(2f);
    }

    private static List<String> accepted(Tensor input, Tensor golden) {
        return NullAnswers.accepted(List.of(tensor(input), STRIDE), golden, Tolerance.DEFAULT);
    }

    private static Argument tensor(Tensor tensor) {
        return new Argument.OfTensor(tensor);
    }
}
