package assay.golden.torch;

import static assay.golden.TestArguments.arguments;
import static assay.golden.TestArguments.normal;
import static assay.golden.TestArguments.shape;
import static assay.golden.TestArguments.tensor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.jni.JniUtils;
import assay.core.domain.GraderFault;
import assay.golden.PlainKernels;
import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import assay.kernels.call.Kernel;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class PyTorchTest {
    private final PyTorch torch = PyTorch.load();

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("calls")
    void the_golden_is_what_the_formula_gives_in_double_precision(
            Kernel kernel, String about, List<Argument> arguments) {
        Tensor golden = torch.golden(kernel, arguments);
        PlainKernels.Block formula = PlainKernels.compute(kernel, arguments);

        assertThat(golden.shape()).as(about).containsExactly(formula.shape());
        for (int place = 0; place < golden.size(); place++) {
            double expected = formula.data()[place];
            // One rounding to float, and sums in another order in double.
            double allowed = Math.ulp((float) expected) + 1e-12;
            assertThat((double) golden.data()[place])
                    .as("place %d", place)
                    .isBetween(expected - allowed, expected + allowed);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("calls")
    void pytorch_in_single_precision_gives_the_same_up_to_rounding(
            Kernel kernel, String about, List<Argument> arguments) {
        Tensor golden = torch.golden(kernel, arguments);
        Tensor single = torch.evaluate(kernel, arguments, TorchKernels.of(kernel), DataType.FLOAT32);

        assertThat(single.shape()).as(about).containsExactly(golden.shape());
        double largest = 1;
        for (float number : golden.data()) {
            largest = Math.max(largest, Math.abs(number));
        }
        for (int place = 0; place < golden.size(); place++) {
            assertThat(single.data()[place]).as("place %d", place).isCloseTo(golden.data()[place], within(largest));
        }
    }

    /** Gradients have {@link GradientsTest}, what surrounds training {@link TrainingKernelsTest}. */
    @Test
    void every_layer_is_tried() {
        Set<Kernel> tried = calls().map(call -> (Kernel) call.get()[0])
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kernel.class)));

        assertThat(tried).isEqualTo(EnumSet.range(Kernel.MAX_POOL2D, Kernel.SIMPLE_CONV_NET));
    }

    static Stream<Arguments> calls() {
        return Stream.of(pools(), adaptivePools(), convolutions(), normalizations(), elementwise(), losses(), layers())
                .flatMap(calls -> calls);
    }

    private static Stream<Arguments> pools() {
        Tensor negative = tensor(shape(1, 1, 3, 3), -1, -2, -3, -4, -5, -6, -7, -8, -9);
        return Stream.of(
                call(Kernel.MAX_POOL2D, normal(2, 3, 32, 32), 2, 1, 0),
                call(Kernel.MAX_POOL2D, normal(1, 2, 7, 5), 3, 2, 1),
                call(Kernel.MAX_POOL2D, negative, 3, 2, 1),
                call(Kernel.MAX_POOL2D, normal(3, 1, 1, 1), 1, 1, 0),
                call(Kernel.AVG_POOL2D, normal(2, 3, 32, 32), 2, 1, 0, true),
                call(Kernel.AVG_POOL2D, normal(1, 2, 7, 5), 3, 2, 1, true),
                call(Kernel.AVG_POOL2D, normal(1, 2, 7, 5), 3, 2, 1, false),
                call(Kernel.AVG_POOL2D, normal(2, 1, 6, 9), 4, 3, 2, false));
    }

    private static Stream<Arguments> adaptivePools() {
        return Stream.of(
                call(Kernel.ADAPTIVE_AVG_POOL2D, normal(2, 3, 8, 6), 4, 3),
                call(Kernel.ADAPTIVE_AVG_POOL2D, normal(2, 3, 8, 6), 3, 5),
                call(Kernel.ADAPTIVE_AVG_POOL2D, normal(1, 2, 7, 11), 1, 1),
                call(Kernel.ADAPTIVE_AVG_POOL2D, normal(1, 1, 3, 4), 5, 7));
    }

    private static Stream<Arguments> convolutions() {
        return Stream.of(
                call(Kernel.CONV2D, normal(2, 3, 32, 32), normal(6, 3, 3, 3), normal(6), 1, 0),
                call(Kernel.CONV2D, normal(1, 2, 9, 5), normal(4, 2, 3, 3), normal(4), 2, 1),
                call(Kernel.CONV2D, normal(3, 1, 4, 4), normal(1, 1, 1, 1), normal(1), 1, 0),
                call(Kernel.CONV2D, normal(2, 2, 5, 6), normal(3, 2, 5, 3), normal(3), 3, 2));
    }

    private static Stream<Arguments> normalizations() {
        Tensor constantBesideVarying = normal(4, 2, 3, 5);
        for (int sample = 0; sample < 4; sample++) {
            Arrays.fill(constantBesideVarying.data(), sample * 30, sample * 30 + 15, 0.7f);
        }
        return Stream.of(
                call(Kernel.BATCH_NORM2D, normal(2, 3, 32, 32), 1e-5f),
                call(Kernel.BATCH_NORM2D, normal(1, 4, 5, 2), 1e-3f),
                call(Kernel.BATCH_NORM2D, normal(1e-3, shape(3, 2, 4, 4)), 1e-5f),
                call(Kernel.BATCH_NORM2D, constantBesideVarying, 1e-5f));
    }

    private static Stream<Arguments> elementwise() {
        Tensor large = tensor(shape(2, 4), -1e4, -100, -20, -1e-8, 1e-8, 20, 100, 1e4);
        return Stream.of(
                call(Kernel.SIGMOID, normal(2, 3, 32, 32)),
                call(Kernel.SIGMOID, large),
                call(Kernel.RELU, normal(5, 7)),
                call(Kernel.RELU, Tensor.scalar(-3)),
                call(Kernel.LEAKY_RELU, normal(2, 3, 4, 5), 0.01f),
                call(Kernel.LEAKY_RELU, large, 0.2f));
    }

    private static Stream<Arguments> losses() {
        Tensor large = tensor(shape(2, 3), -1e4, 0, 1e4, 1e4, 9999.5, -3);
        return Stream.of(
                call(Kernel.CROSS_ENTROPY, normal(2, 3), new int[] {0, 2}),
                call(Kernel.CROSS_ENTROPY, normal(16, 10), new int[] {0, 9, 1, 8, 2, 7, 3, 6, 4, 5, 5, 5, 0, 0, 9, 9}),
                call(Kernel.CROSS_ENTROPY, large, new int[] {0, 1}),
                call(Kernel.CROSS_ENTROPY, normal(1, 1), new int[] {0}),
                call(Kernel.SOFTMAX, normal(4, 5), 1),
                call(Kernel.SOFTMAX, normal(2, 3, 4), 0),
                call(Kernel.SOFTMAX, large, -1),
                call(Kernel.LOG_SOFTMAX, normal(2, 3, 4, 5), 1),
                call(Kernel.LOG_SOFTMAX, large, 1),
                call(Kernel.LOG_SOFTMAX, normal(6), 0));
    }

    private static Stream<Arguments> layers() {
        return Stream.of(
                call(Kernel.LINEAR, normal(4, 3), normal(5, 3), normal(5)),
                call(Kernel.LINEAR, normal(1, 64), normal(64, 64), normal(64)),
                call(Kernel.FLATTEN, normal(2, 3, 4, 5)),
                call(Kernel.FLATTEN, normal(3, 7)),
                call(
                        Kernel.SIMPLE_CONV_NET,
                        normal(3, 1, 28, 28),
                        normal(0.2, shape(20, 1, 5, 5)),
                        normal(0.2, shape(20)),
                        normal(0.02, shape(500, 2880)),
                        normal(0.02, shape(500)),
                        normal(0.05, shape(10, 500)),
                        normal(0.05, shape(10))));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("refused")
    void what_pytorch_refuses_is_a_fault_with_its_reason(
            Kernel kernel, String about, List<Argument> arguments, String reason) {
        assertThatThrownBy(() -> torch.golden(kernel, arguments))
                .as(about)
                .isInstanceOf(GraderFault.class)
                .hasMessageStartingWith("Tried to compute " + kernel.torchName() + " in PyTorch but failed because ")
                .hasMessageContaining(reason)
                .hasMessageNotContaining("\n");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                refusal(Kernel.MAX_POOL2D, "pad should be at most half", normal(1, 1, 4, 4), 2, 2, 2),
                refusal(Kernel.BATCH_NORM2D, "more than 1 value per channel", normal(1, 2, 1, 1), 1e-5f),
                refusal(Kernel.CROSS_ENTROPY, "out of bounds", normal(1, 2), new int[] {2}),
                refusal(Kernel.RELU, "takes 1 arguments, not 2", normal(2), 3),
                refusal(Kernel.SOFTMAX, "the argument dim should be OfInt", normal(2, 2), 1f));
    }

    @Test
    void the_engine_runs_on_one_thread_and_stays_off_the_network() {
        assertThat(JniUtils.getNumThreads()).isEqualTo(1);
        assertThat(System.getProperty("ai.djl.offline")).isEqualTo("true");
        assertThat(System.getProperty("OPT_OUT_TRACKING")).isEqualTo("true");
    }

    @Test
    void inputs_stay_as_they_are() {
        Tensor input = normal(2, 3, 4, 4);
        Tensor before = input.copy();

        torch.golden(Kernel.RELU, arguments(input));
        torch.golden(Kernel.BATCH_NORM2D, arguments(input, 1e-5f));

        assertThat(input.data()).containsExactly(before.data());
    }

    /** A channel of equal numbers, divided by the root of eps, shows the last bit of its mean 316 times enlarged. */
    private static Offset<Float> within(double largest) {
        return Offset.offset((float) (2e-5 * largest));
    }

    private static Arguments call(Kernel kernel, Object... values) {
        return Arguments.of(kernel, Arrays.deepToString(values), arguments(values));
    }

    private static Arguments refusal(Kernel kernel, String reason, Object... values) {
        return Arguments.of(kernel, Arrays.deepToString(values), arguments(values), reason);
    }
}
