package assay.golden.torch;

import static assay.golden.TestArguments.arguments;
import static assay.golden.TestArguments.normal;
import static assay.golden.TestArguments.shape;
import static assay.golden.TestArguments.tensor;
import static org.assertj.core.api.Assertions.assertThat;

import assay.kernels.Tensor;
import assay.kernels.call.Kernel;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Autograd is held to the difference quotients of the very functions whose gradients it gives. */
final class GradientsTest {
    /** Large, since outputs are rounded to float; the functions are linear in what is changed, or nearly so. */
    private static final float STEP = 0.01f;

    private static final PyTorch TORCH = PyTorch.load();

    @ParameterizedTest(name = "{0}")
    @MethodSource("gradients")
    void a_gradient_is_the_limit_of_difference_quotients(
            String name, Tensor gradient, Tensor at, Function<Tensor, Double> loss) {
        assertThat(gradient.shape()).as(name).containsExactly(at.shape());
        for (int place = 0; place < at.size(); place++) {
            Tensor more = at.copy();
            more.data()[place] += STEP;
            Tensor less = at.copy();
            less.data()[place] -= STEP;
            double quotient = (loss.apply(more) - loss.apply(less)) / (more.data()[place] - less.data()[place]);

            assertThat((double) gradient.data()[place])
                    .as("%s at %d", name, place)
                    .isCloseTo(quotient, Offset.offset(2e-3));
        }
    }

    static Stream<Arguments> gradients() {
        Tensor image = normal(2, 2, 6, 5);
        Tensor weight = normal(3, 2, 3, 2);
        Tensor noBias = Tensor.zeros(3);
        Tensor output = normal(2, 3, 4, 4);
        Tensor pooled = normal(2, 2, 4, 3);
        Tensor rows = normal(4, 3);
        Tensor dense = normal(2, 3);
        Tensor logits = normal(3, 4);
        int[] targets = {3, 0, 2};
        return Stream.of(
                Arguments.of(
                        "conv2d by its input",
                        golden(Kernel.CONV2D_INPUT_GRADIENT, output, weight, 6, 5, 2, 2),
                        image,
                        (Function<Tensor, Double>)
                                input -> dot(golden(Kernel.CONV2D, input, weight, noBias, 2, 2), output)),
                Arguments.of(
                        "conv2d by its filters",
                        golden(Kernel.CONV2D_WEIGHT_GRADIENT, image, output, 3, 2, 2, 2),
                        weight,
                        (Function<Tensor, Double>)
                                filters -> dot(golden(Kernel.CONV2D, image, filters, noBias, 2, 2), output)),
                Arguments.of(
                        "max_pool2d",
                        golden(Kernel.MAX_POOL2D_GRADIENT, spread(image), pooled, 3, 1),
                        spread(image),
                        (Function<Tensor, Double>) input -> dot(golden(Kernel.MAX_POOL2D, input, 3, 1, 0), pooled)),
                Arguments.of(
                        "linear by its weight",
                        golden(Kernel.LINEAR_WEIGHT_GRADIENT, rows, normal(4, 2)),
                        dense,
                        (Function<Tensor, Double>)
                                weights -> dot(golden(Kernel.LINEAR, rows, weights, Tensor.zeros(2)), normal(4, 2))),
                Arguments.of("relu", golden(Kernel.RELU_GRADIENT, spread(rows), normal(4, 3)), spread(rows), (Function<
                                Tensor, Double>)
                        input -> dot(golden(Kernel.RELU, input), normal(4, 3))),
                Arguments.of("cross entropy", golden(Kernel.CROSS_ENTROPY_GRADIENT, logits, targets), logits, (Function<
                                Tensor, Double>)
                        input -> (double)
                                golden(Kernel.CROSS_ENTROPY, input, targets).get()));
    }

    @Test
    void at_zero_the_gradient_of_relu_is_zero() {
        Tensor gradient = golden(Kernel.RELU_GRADIENT, tensor(shape(3), -1, 0, 1), tensor(shape(3), 5, 6, 7));

        assertThat(gradient.data()).containsExactly(0, 0, 7);
    }

    @Test
    void of_equal_maxima_the_first_has_the_gradient() {
        Tensor gradient = golden(
                Kernel.MAX_POOL2D_GRADIENT, tensor(shape(1, 1, 2, 2), 3, 3, 3, 1), tensor(shape(1, 1, 1, 1), 5), 2, 2);

        assertThat(gradient.data()).containsExactly(5, 0, 0, 0);
    }

    /** Whole numbers in another order: no two are within a step of each other, and none of zero. */
    private static Tensor spread(Tensor shape) {
        Tensor spread = Tensor.zeros(shape.shape());
        for (int place = 0; place < spread.size(); place++) {
            spread.data()[place] = (place * 37 % spread.size()) - spread.size() / 2 + 0.5f;
        }
        return spread;
    }

    private static Tensor golden(Kernel kernel, Object... values) {
        return TORCH.golden(kernel, arguments(values));
    }

    private static double dot(Tensor left, Tensor right) {
        double sum = 0;
        for (int place = 0; place < left.size(); place++) {
            sum += (double) left.data()[place] * right.data()[place];
        }
        return sum;
    }
}
