package assay.golden.torch;

import static assay.golden.TestArguments.arguments;
import static assay.golden.TestArguments.normal;
import static assay.golden.TestArguments.shape;
import static assay.golden.TestArguments.tensor;
import static org.assertj.core.api.Assertions.assertThat;

import assay.core.formula.Formula;
import assay.core.formula.Numbers;
import assay.core.property.Property;
import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import assay.kernels.call.Kernel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What surrounds the layers, held to hand-computed numbers. */
final class TrainingKernelsTest {
    private static final PyTorch TORCH = PyTorch.load();
    private static final Offset<Float> NEAR = Offset.offset(1e-6f);

    @Test
    void sgd_begins_with_a_plain_step_and_adds_up() {
        Tensor after = golden(Kernel.SGD, tensor(shape(1), 1), tensor(shape(3, 1), 1, 1, 1), 0.1f, 0.5f, 0f);

        assertThat(after.data()).containsExactly(new float[] {0.9f, 0.75f, 0.575f}, NEAR);
    }

    @Test
    void weight_decay_is_added_to_the_gradient_before_the_momentum() {
        Tensor after = golden(Kernel.SGD, tensor(shape(1), 2), tensor(shape(2, 1), 0, 0), 0.1f, 0.5f, 0.5f);

        assertThat(after.data()).containsExactly(new float[] {1.9f, 1.755f}, NEAR);
    }

    /** With one gradient g, both corrections cancel the decays, so that the first step is lr * g / (|g| + eps). */
    @Test
    void the_first_step_of_adam_is_the_learning_rate_whatever_the_gradient() {
        Tensor after = golden(
                Kernel.ADAM, tensor(shape(3), 0, 0, 0), tensor(shape(1, 3), 5, -0.001, 1), 0.1f, 0.9f, 0.999f, 1e-8f);

        assertThat(after.data()).containsExactly(new float[] {-0.1f, 0.099999f, -0.1f}, NEAR);
    }

    @Test
    void adam_adds_eps_after_the_correction() {
        Tensor after = golden(Kernel.ADAM, tensor(shape(1), 0), tensor(shape(1, 1), 1), 1f, 0.9f, 0.999f, 1f);

        assertThat(after.data()).containsExactly(new float[] {-0.5f}, NEAR);
    }

    /** v = 0.01 g^2 at first, so the step is ten times the learning rate. */
    @Test
    void rmsprop_begins_with_a_large_step() {
        Tensor after = golden(Kernel.RMSPROP, tensor(shape(1), 1), tensor(shape(1, 1), 3), 0.01f, 0.99f, 0f);

        assertThat(after.data()).containsExactly(new float[] {0.9f}, NEAR);
    }

    @Test
    void a_confusion_matrix_has_a_row_a_right_class() {
        Tensor counts = golden(Kernel.CONFUSION_MATRIX, new int[] {0, 1, 1, 2}, new int[] {0, 2, 2, 1}, 3);

        assertThat(counts.data()).containsExactly(1, 0, 0, 0, 0, 2, 0, 1, 0);
    }

    @Test
    void after_training_the_batch_does_not_matter() {
        Tensor output = golden(
                Kernel.BATCH_NORM2D_EVAL,
                tensor(shape(1, 2, 1, 2), 1, 3, 10, 20),
                tensor(shape(2), 1, 10),
                tensor(shape(2), 4, 25),
                0f);

        assertThat(output.data()).containsExactly(new float[] {0, 1, 0, 2}, NEAR);
    }

    @Test
    void without_filters_a_residual_block_is_its_shortcut() {
        Tensor input = tensor(shape(2, 1, 2, 2), 1, -2, 3, 0.5, -1, -4, -2, -3);

        assertThat(golden(Kernel.RESIDUAL_BLOCK, input, Tensor.zeros(1, 1, 3, 3), Tensor.zeros(1, 1, 3, 3), 1, 1e-5f)
                        .data())
                .containsExactly(1, 0, 3, 0.5f, 0, 0, 0, 0);
        assertThat(golden(Kernel.RESIDUAL_BLOCK, input, Tensor.zeros(2, 1, 3, 3), Tensor.zeros(2, 2, 3, 3), 2, 1e-5f)
                        .data())
                .containsExactly(3, 0, 0, 0);
    }

    @Test
    void the_rate_falls_at_its_milestones() {
        Tensor rates = golden(
                Kernel.MULTI_STEP_LR,
                new int[] {1, 31_999, 32_000, 47_999, 48_000},
                new int[] {32_000, 48_000},
                0.1f,
                0.1f);

        assertThat(rates.data()).containsExactly(new float[] {0.1f, 0.1f, 0.01f, 0.01f, 0.001f}, NEAR);
    }

    @Test
    void a_column_becomes_an_image_row_after_row() {
        Tensor columns = tensor(shape(6, 2), 0, 255, 51, 204, 102, 153, 153, 102, 204, 51, 255, 0);

        Tensor images = golden(Kernel.IMAGES_FROM_COLUMNS, columns, 2, 3);

        assertThat(images.shape()).containsExactly(2, 1, 2, 3);
        assertThat(images.data())
                .containsExactly(new float[] {-1, -.6f, -.2f, .2f, .6f, 1, 1, .6f, .2f, -.2f, -.6f, -1}, NEAR);
    }

    @Test
    void the_goldens_with_chance_in_them_have_the_properties_asked_for() {
        List<Argument> folds = arguments(1003, 5, new int[] {1, 2, 1});
        List<Argument> dropout = arguments(normal(100, 100), 0.3f, true, 9);

        List<Argument> batches = arguments(2050, 300, 3, 7);

        assertThat(broken(Kernel.K_FOLD, folds)).isEmpty();
        assertThat(broken(Kernel.MINI_BATCHES, batches)).isEmpty();
        assertThat(broken(Kernel.DROPOUT, dropout)).isEmpty();
    }

    /** The formulas of the exercises by hand, whose right answers are thereby PyTorch's. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CONV2D     | conv2d(image, filter, 0)
            CONV2D     | conv2d(image, filter, 1)
            MAX_POOL2D | max_pool2d(image, 2, 1)
            AVG_POOL2D | avg_pool2d(image, 2, 2)
            AVG_POOL2D | avg_pool2d(conv2d(image, filter, 1), 2, 2)
            """)
    void by_hand_is_as_by_pytorch(Kernel kernel, String text) {
        Numbers image = new Numbers(List.of(4, 3), numbers(-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
        Numbers filter = new Numbers(List.of(2, 2), numbers(2, 1, 0, -1));
        Formula formula = ((Formula.Reading.Read) Formula.read(text)).formula();
        Numbers value = formula.value(Map.of("image", image, "filter", filter)).orElseThrow();
        boolean padded = text.contains("filter, 1");
        Tensor convolved = golden(Kernel.CONV2D, images(image), images(filter), Tensor.zeros(1), 1, padded ? 1 : 0);

        Tensor expected = switch (kernel) {
            case MAX_POOL2D -> golden(kernel, images(image), 2, 1, 0);
            case AVG_POOL2D -> golden(kernel, padded ? convolved : images(image), 2, 2, 0, true);
            default -> convolved;
        };

        assertThat(value.shape()).containsExactly(expected.size(2), expected.size(3));
        assertThat(value.values())
                .containsExactlyElementsOf(IntStream.range(0, expected.size())
                        .mapToObj(i -> (double) expected.data()[i])
                        .toList());
    }

    private static List<Double> numbers(double... values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static Tensor images(Numbers table) {
        return tensor(
                shape(1, 1, table.shape().getFirst(), table.shape().getLast()),
                table.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static Optional<String> broken(Kernel kernel, List<Argument> arguments) {
        return Property.of(kernel).orElseThrow().broken(arguments, TORCH.golden(kernel, arguments));
    }

    private static Tensor golden(Kernel kernel, Object... values) {
        return TORCH.golden(kernel, arguments(values));
    }
}
