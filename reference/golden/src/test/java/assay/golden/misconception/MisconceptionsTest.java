package assay.golden.misconception;

import static assay.golden.TestArguments.arguments;
import static assay.golden.TestArguments.normal;
import static assay.golden.TestArguments.shape;
import static assay.golden.TestArguments.tensor;
import static org.assertj.core.api.Assertions.assertThat;

import assay.core.compare.Tolerance;
import assay.core.compare.VariantMatch;
import assay.golden.misconception.HandComputed.Example;
import assay.golden.torch.PyTorch;
import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import assay.kernels.call.Kernel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class MisconceptionsTest {
    /** Too large for a computation by hand: held to the right network with other weights instead. */
    private static final Set<String> BY_OTHER_WEIGHTS = Set.of(
            "simple_conv_net flipped_kernel",
            "simple_conv_net channels_last",
            "simple_conv_net pooling_of_first_channel");

    private final PyTorch torch = PyTorch.load();

    @ParameterizedTest(name = "{0}")
    @MethodSource("assay.golden.misconception.HandComputed#examples")
    void a_variant_gives_what_it_says(Example example) {
        Tensor output = variant(example.kernel(), example.variant(), example.arguments());

        assertThat(output.shape()).containsExactly(example.output().shape());
        assertThat(output.data()).containsExactly(example.output().data(), Offset.offset(1e-6f));
    }

    @Test
    void every_variant_is_held_to_something() {
        Set<String> held = new HashSet<>(BY_OTHER_WEIGHTS);
        HandComputed.examples().map(Example::toString).forEach(held::add);
        List<String> all = new ArrayList<>();
        Misconceptions.names()
                .forEach((kernel, names) -> names.forEach(name -> all.add(kernel.torchName() + " " + name)));

        assertThat(held).containsExactlyInAnyOrderElementsOf(all);
    }

    @ParameterizedTest
    @MethodSource("tellingCalls")
    void every_variant_can_be_told_from_the_golden_and_from_every_other(
            Kernel kernel, List<Argument> arguments, List<String> alike) {
        Tensor golden = torch.golden(kernel, arguments);
        List<Variant> variants = Misconceptions.variants(kernel).stream()
                .filter(variant -> !alike.contains(variant.name()))
                .toList();

        for (Variant variant : variants) {
            Tensor output = torch.evaluate(kernel, arguments, variant.function());
            assertThat(VariantMatch.matches(output, golden, Tolerance.DEFAULT))
                    .as(variant.name())
                    .isFalse();
            for (Variant other : variants) {
                Tensor otherOutput = torch.evaluate(kernel, arguments, other.function());
                assertThat(VariantMatch.matches(output, otherOutput, Tolerance.DEFAULT))
                        .as("%s and %s", variant.name(), other.name())
                        .isEqualTo(variant.equals(other));
            }
        }
    }

    /** One call a kernel, and the variants that it cannot tell. */
    static Stream<Arguments> tellingCalls() {
        Tensor wide = tensor(shape(2, 3), -1000, 2, 1000, 800, 750, -3);
        return Stream.of(
                telling(Kernel.MAX_POOL2D, List.of(), shifted(-4, normal(2, 3, 8, 12)), 3, 2, 1),
                telling(Kernel.AVG_POOL2D, List.of("include_padding"), normal(2, 3, 8, 12), 3, 2, 1, true),
                telling(Kernel.AVG_POOL2D, List.of("exclude_padding"), normal(2, 3, 8, 12), 3, 2, 1, false),
                telling(Kernel.ADAPTIVE_AVG_POOL2D, List.of(), normal(2, 3, 8, 11), 3, 5),
                telling(Kernel.CONV2D, List.of(), normal(2, 3, 7, 9), normal(4, 3, 3, 3), normal(4), 2, 1),
                telling(Kernel.BATCH_NORM2D, List.of(), normal(2, 3, 4, 5), 0.1f),
                telling(Kernel.CROSS_ENTROPY, List.of("unstable"), positive(normal(4, 3)), new int[] {0, 2, 1, 1}),
                telling(Kernel.CROSS_ENTROPY, List.of("log_of_logits"), wide, new int[] {2, 1}),
                telling(Kernel.SIGMOID, List.of(), tensor(shape(4), -2, -1, 3, 1000)),
                telling(Kernel.RELU, List.of(), normal(3, 4)),
                telling(Kernel.LEAKY_RELU, List.of(), normal(3, 4), 0.2f),
                telling(Kernel.LINEAR, List.of(), normal(2, 4), normal(4, 4), normal(4)),
                telling(Kernel.FLATTEN, List.of(), normal(2, 3, 4, 5)),
                telling(Kernel.SOFTMAX, List.of("unstable"), normal(3, 4), 1),
                telling(Kernel.LOG_SOFTMAX, List.of("unstable"), normal(3, 4, 2), 1),
                Arguments.of(Kernel.SIMPLE_CONV_NET, network(), List.of()),
                telling(Kernel.CONV2D_INPUT_GRADIENT, List.of(), normal(2, 4, 5, 5), normal(4, 3, 3, 3), 7, 7, 1, 0),
                telling(Kernel.CONV2D_WEIGHT_GRADIENT, List.of(), normal(2, 3, 7, 7), normal(2, 4, 5, 5), 3, 3, 1, 0),
                telling(
                        Kernel.RELU_GRADIENT,
                        List.of(),
                        tensor(shape(4), -2, 3, 4, -5),
                        tensor(shape(4), 5, -6, 7, -1)),
                telling(Kernel.MAX_POOL2D_GRADIENT, List.of(), normal(2, 3, 4, 4), normal(2, 3, 2, 2), 2, 2),
                telling(Kernel.LINEAR_WEIGHT_GRADIENT, List.of(), normal(5, 3), normal(5, 2)),
                telling(Kernel.CROSS_ENTROPY_GRADIENT, List.of(), normal(4, 3), new int[] {0, 2, 1, 1}),
                telling(Kernel.SGD, List.of(), normal(3), normal(5, 3), .1f, .9f, .1f),
                telling(Kernel.ADAM, List.of(), normal(3), normal(5, 3), .1f, .9f, .99f, .1f),
                telling(Kernel.RMSPROP, List.of(), normal(3), normal(5, 3), .1f, .9f, .1f),
                telling(
                        Kernel.CONFUSION_MATRIX,
                        List.of(),
                        new int[] {0, 1, 2, 2, 1, 0},
                        new int[] {0, 2, 2, 1, 1, 1},
                        3),
                telling(
                        Kernel.BATCH_NORM2D_EVAL,
                        List.of(),
                        normal(2, 3, 4, 5),
                        normal(3),
                        tensor(shape(3), .5, 2, 3),
                        .1f),
                telling(
                        Kernel.RESIDUAL_BLOCK,
                        List.of(),
                        normal(2, 3, 6, 6),
                        normal(5, 3, 3, 3),
                        normal(5, 5, 3, 3),
                        2,
                        1e-5f),
                telling(Kernel.MULTI_STEP_LR, List.of(), new int[] {1, 2, 3, 5}, new int[] {2, 4}, 1f, .5f),
                telling(Kernel.IMAGES_FROM_COLUMNS, List.of(), normal(12, 3), 3, 4));
    }

    @Test
    void the_networks_other_variants_are_the_right_network_with_other_weights() {
        List<Argument> right = network();

        assertNear(
                variant(Kernel.SIMPLE_CONV_NET, "flipped_kernel", right),
                golden(right, 1, flipped(tensorAt(right, 1))));
        assertNear(
                variant(Kernel.SIMPLE_CONV_NET, "channels_last", right),
                golden(right, 3, columnsFromChannelsLast(tensorAt(right, 3), 2, 9)));
        Tensor firstTwice = tensorAt(right, 1).copy();
        System.arraycopy(firstTwice.data(), 0, firstTwice.data(), 9, 9);
        Tensor biasTwice = tensorAt(right, 2).copy();
        biasTwice.data()[1] = biasTwice.data()[0];
        List<Argument> twice = new ArrayList<>(right);
        twice.set(2, new Argument.OfTensor(biasTwice));
        assertNear(variant(Kernel.SIMPLE_CONV_NET, "pooling_of_first_channel", right), golden(twice, 1, firstTwice));
    }

    /** Of what has chance in it, properties are tested instead. */
    @ParameterizedTest
    @EnumSource(
            value = Kernel.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"K_FOLD", "MINI_BATCHES", "DROPOUT"})
    void names_are_plain_and_explanations_are_sentences(Kernel kernel) {
        List<Variant> variants = Misconceptions.variants(kernel);

        assertThat(variants).isNotEmpty().extracting(Variant::name).doesNotHaveDuplicates();
        assertThat(variants).allSatisfy(variant -> {
            assertThat(variant.name()).matches("[a-z][a-z0-9_]+");
            assertThat(variant.explanation()).matches("(?s)[A-Z].{20,}\\.").doesNotContain("  ");
            assertThat(Misconceptions.named(kernel, variant.name())).contains(variant);
        });
        assertThat(Misconceptions.named(kernel, "nonsense")).isEmpty();
        assertThat(Misconceptions.names().get(kernel))
                .containsExactlyElementsOf(variants.stream().map(Variant::name).toList());
    }

    private Tensor variant(Kernel kernel, String name, List<Argument> arguments) {
        return torch.evaluate(
                kernel,
                arguments,
                Misconceptions.named(kernel, name).orElseThrow().function());
    }

    private Tensor golden(List<Argument> arguments, int changed, Tensor by) {
        List<Argument> others = new ArrayList<>(arguments);
        others.set(changed, new Argument.OfTensor(by));
        return torch.golden(Kernel.SIMPLE_CONV_NET, others);
    }

    /** Two channels of 3 x 3 after pooling. */
    private static List<Argument> network() {
        return arguments(
                normal(3, 1, 8, 8),
                normal(2, 1, 3, 3),
                normal(2),
                normal(0.3, shape(5, 18)),
                normal(5),
                normal(4, 5),
                normal(4));
    }

    private static Tensor tensorAt(List<Argument> arguments, int index) {
        return ((Argument.OfTensor) arguments.get(index)).tensor();
    }

    private static Tensor flipped(Tensor kernels) {
        Tensor flipped = kernels.copy();
        for (int place = 0; place < kernels.size(); place++) {
            flipped.data()[place / 9 * 9 + 8 - place % 9] = kernels.data()[place];
        }
        return flipped;
    }

    /** Column (channel, place) of the result is column (place, channel) of the weight. */
    private static Tensor columnsFromChannelsLast(Tensor weight, int channels, int places) {
        Tensor moved = weight.copy();
        for (int row = 0; row < weight.size(0); row++) {
            for (int channel = 0; channel < channels; channel++) {
                for (int place = 0; place < places; place++) {
                    moved.set(weight.get(row, place * channels + channel), row, channel * places + place);
                }
            }
        }
        return moved;
    }

    private static Tensor shifted(double by, Tensor tensor) {
        for (int place = 0; place < tensor.size(); place++) {
            tensor.data()[place] += (float) by;
        }
        return tensor;
    }

    private static Tensor positive(Tensor tensor) {
        for (int place = 0; place < tensor.size(); place++) {
            tensor.data()[place] = Math.abs(tensor.data()[place]);
        }
        return tensor;
    }

    private static void assertNear(Tensor actual, Tensor expected) {
        assertThat(actual.shape()).containsExactly(expected.shape());
        assertThat(actual.data()).containsExactly(expected.data(), Offset.offset(1e-6f));
    }

    private static Arguments telling(Kernel kernel, List<String> alike, Object... values) {
        return Arguments.of(kernel, arguments(values), alike);
    }
}
