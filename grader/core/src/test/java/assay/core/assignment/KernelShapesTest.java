package assay.core.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.assignment.AssignmentReading.Invalid;
import assay.core.assignment.AssignmentReading.Read;
import assay.core.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shapes that PyTorch refuses, and their nearest neighbours that it takes. */
final class KernelShapesTest {
    private static final String TEMPLATE = """
            id: shapes
            title: Shapes
            version: 1
            zone: UTC
            deadline: 2022-09-19T23:59:59Z
            late: none
            parts:
              - { id: part, title: Part, points: 1, kernel: %s, cases: [ { id: only, visibility: hidden, arguments: { %s } } ] }
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "max_pool2d | normal: [2, 3, 8, 9] | 3, 2, 1 | ",
                "max_pool2d | normal: [2, 3, 1, 1] | 2, 1, 1 | ",
                "max_pool2d | normal: [2, 3, 5, 5] | 5, 1, 0 | ",
                "max_pool2d | normal: [2, 3, 8] | 3, 2, 1 | input: must have 4 dimensions, but has 3",
                "max_pool2d | normal: [2, 3, 8, 9] | 0, 2, 0 | kernel_size: must be at least 1, but is 0",
                "max_pool2d | normal: [2, 3, 8, 9] | 3, 0, 0 | stride: must be at least 1, but is 0",
                "max_pool2d | normal: [2, 3, 8, 9] | 3, 2, -1 | padding: must be at least 0, but is -1",
                "max_pool2d | normal: [2, 3, 8, 9] | 3, 2, 2 | "
                        + "padding: must be at most half of kernel_size (1), but is 2",
                "max_pool2d | normal: [2, 3, 4, 9] | 5, 1, 0 | "
                        + "kernel_size: the window of 5 x 5 is larger than the padded input of 4 x 9",
                "max_pool2d | normal: [2, 3, 9, 2] | 5, 1, 1 | "
                        + "kernel_size: the window of 5 x 5 is larger than the padded input of 11 x 4",
            })
    void windows_of_pooling_fit_into_the_padded_input(String kernel, String input, String numbers, String problem)
            throws IOException {
        String[] number = numbers.split(", ");
        String arguments = "input: { %s }, kernel_size: %s, stride: %s, padding: %s"
                .formatted(input, number[0], number[1], number[2]);

        assertThat(problems(kernel, arguments)).isEqualTo(problem == null ? "" : problem);
        assertThat(problems("avg_pool2d", arguments + ", count_include_pad: true"))
                .isEqualTo(problem == null ? "" : problem);
    }

    @ParameterizedTest(name = "{0}, {1}, {2}, stride and padding {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2, 3, 5, 6 | 4, 3, 3, 2 | 4 | 1, 0 | ",
                "2, 3, 1, 1 | 4, 3, 3, 3 | 4 | 7, 9 | ",
                "2, 3, 5    | 4, 3, 3, 2 | 4 | 1, 0 | input: must have 4 dimensions, but has 3",
                "2, 3, 5, 6 | 4, 3, 3    | 4 | 1, 0 | weight: must have 4 dimensions, but has 3",
                "2, 3, 5, 6 | 4, 3, 3, 2 | 4, 1 | 1, 0 | bias: must have 1 dimension, but has 2",
                "2, 3, 5, 6 | 4, 2, 3, 2 | 4 | 1, 0 | "
                        + "weight: dimension 1 must be the channels of input (3), but is 2",
                "2, 3, 5, 6 | 4, 3, 3, 2 | 3 | 1, 0 | "
                        + "bias: dimension 0 must be the output channels of weight (4), but is 3",
                "2, 3, 5, 6 | 4, 3, 6, 2 | 4 | 1, 0 | "
                        + "weight: the window of 6 x 2 is larger than the padded input of 5 x 6",
                "2, 3, 5, 6 | 4, 3, 6, 9 | 4 | 1, 1 | "
                        + "weight: the window of 6 x 9 is larger than the padded input of 7 x 8",
                "2, 3, 5, 6 | 4, 3, 3, 2 | 4 | 0, 0 | stride: must be at least 1, but is 0",
                "2, 3, 5, 6 | 4, 3, 3, 2 | 4 | 1, -1 | padding: must be at least 0, but is -1",
                "2, 3, 5, 6 | 4, 3, 3, 2 | 4 | 1, 2147483647 | "
                        + "weight: makes an output of more than 16777216 numbers",
            })
    void weights_fit_the_channels_of_the_input(String input, String weight, String bias, String numbers, String problem)
            throws IOException {
        String[] number = numbers.split(", ");
        String arguments =
                "input: { normal: [%s] }, weight: { normal: [%s] }, bias: { normal: [%s] }, stride: %s, padding: %s"
                        .formatted(input, weight, bias, number[0], number[1]);

        assertThat(problems("conv2d", arguments)).isEqualTo(problem == null ? "" : problem);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "sigmoid | input: { normal: [7] } | ",
                "relu | input: { normal: [2, 3, 4, 5, 6] } | ",
                "leaky_relu | input: { normal: [2] }, negative_slope: -1 | ",
                "batch_norm2d | input: { normal: [2, 3, 1, 1] }, eps: 1.0e-5 | ",
                "batch_norm2d | input: { normal: [1, 3, 1, 1] }, eps: 1.0e-5 | "
                        + "input: must hold more than one number a channel, or there is no variance",
                "batch_norm2d | input: { normal: [6, 3] }, eps: 1.0e-5 | input: must have 4 dimensions, but has 2",
                "batch_norm2d | input: { normal: [2, 3, 1, 1] }, eps: -1.0e-5 | eps: must be more than 0",
                "cross_entropy | logits: { normal: [2, 3] }, targets: [0, 2] | ",
                "cross_entropy | logits: { normal: [2, 3, 1] }, targets: [0, 2] | logits: must have 2 dimensions, but has 3",
                "cross_entropy | logits: { normal: [2, 3] }, targets: [0, 3] | targets: must be classes from 0 to 2",
                "cross_entropy | logits: { normal: [2, 3] }, targets: [0, -1] | targets: must be classes from 0 to 2",
                "cross_entropy | logits: { normal: [2, 3] }, targets: [0] | "
                        + "targets: must be one a row of logits (2), but are 1",
                "cross_entropy | logits: { normal: [2, 3] }, targets: { classes: 3, below: 3 } | "
                        + "targets: must be one a row of logits (2), but are 3",
                "cross_entropy | logits: { normal: [2, 3] }, targets: { classes: 2, below: 4 } | "
                        + "targets: must be below the number of classes (3), but reach 4",
                "linear | input: { normal: [7, 5] }, weight: { normal: [4, 5] }, bias: { normal: [4] } | ",
                "linear | input: { normal: [7, 5] }, weight: { normal: [5, 4] }, bias: { normal: [5] } | "
                        + "weight: dimension 1 must be the features of input (5), but is 4",
                "linear | input: { normal: [7, 5] }, weight: { normal: [4, 5] }, bias: { normal: [5] } | "
                        + "bias: dimension 0 must be the output features of weight (4), but is 5",
                "flatten | input: { normal: [7, 5] } | ",
                "flatten | input: { normal: [7] } | "
                        + "input: must have 2 dimensions or more: the first stays, the others are flattened",
                "softmax | input: { normal: [7, 5] }, dim: -2 | ",
                "softmax | input: { normal: [7, 5] }, dim: 2 | "
                        + "dim: must be from -2 to 1 for an input of 2 dimensions, but is 2",
                "log_softmax | input: { normal: [7, 5] }, dim: -3 | "
                        + "dim: must be from -2 to 1 for an input of 2 dimensions, but is -3",
                "adaptive_avg_pool2d | input: { normal: [1, 2, 3, 4] }, output_height: 9, output_width: 1 | ",
                "adaptive_avg_pool2d | input: { normal: [1, 2, 3, 4] }, output_height: 0, output_width: 1 | "
                        + "output_height: must be at least 1, but is 0",
                "adaptive_avg_pool2d | input: { normal: [1, 2, 3, 4] }, output_height: 99999, output_width: 99999 | "
                        + "input: makes an output of more than 16777216 numbers",
            })
    void the_other_kernels_take_what_pytorch_takes(String kernel, String arguments, String problem) throws IOException {
        assertThat(problems(kernel, arguments)).isEqualTo(problem == null ? "" : problem);
    }

    /** Input, then the weights of convolution and both layers; the biases fit but for the last row. */
    @ParameterizedTest(name = "{0}, {1}, {2}, {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "4, 1, 28, 28 | 20, 1, 5, 5 | 50, 2880 | 10, 50 | 10 | ",
                "4, 1, 29, 28 | 20, 1, 5, 5 | 50, 2880 | 10, 50 | 10 | ",
                "4, 1, 28, 28 | 20, 1, 5, 5 | 50, 2881 | 10, 50 | 10 | "
                        + "fc1_weight: dimension 1 must be the numbers of an image after pooling (2880), but is 2881",
                "4, 1, 28, 28 | 20, 1, 5, 5 | 50, 2880 | 10, 51 | 10 | "
                        + "fc2_weight: dimension 1 must be the output features of fc1_weight (50), but is 51",
                "4, 1, 28, 28 | 20, 1, 5, 5 | 50, 2880 | 10, 50 | 11 | "
                        + "fc2_bias: dimension 0 must be the output features of fc2_weight (10), but is 11",
                "4, 1, 5, 5   | 20, 1, 5, 5 | 50, 20   | 10, 50 | 10 | input: leaves nothing after pooling",
                "4, 3, 28, 28 | 20, 1, 5, 5 | 50, 2880 | 10, 50 | 10 | "
                        + "conv_weight: dimension 1 must be the channels of input (3), but is 1",
                "4, 1, 28, 28 | 20, 1, 5, 5 | 50       | 10, 50 | 10 | "
                        + "fc1_weight: must have 2 dimensions, but has 1",
            })
    void layers_of_the_network_fit_onto_each_other(
            String input, String conv, String fc1, String fc2, String bias, String problem) throws IOException {
        String arguments = ("input: { normal: [%s] }, conv_weight: { normal: [%s] }, conv_bias: { normal: [20] },"
                        + " fc1_weight: { normal: [%s] }, fc1_bias: { normal: [50] }, fc2_weight: { normal: [%s] },"
                        + " fc2_bias: { normal: [%s] }")
                .formatted(input, conv, fc1, fc2, bias);

        assertThat(problems("simple_conv_net", arguments)).isEqualTo(problem == null ? "" : problem);
    }

    private String problems(String kernel, String arguments) throws IOException {
        Path shapes = Files.createDirectories(folder.resolve("shapes"));
        Files.writeString(shapes.resolve("assignment.yaml"), TEMPLATE.formatted(kernel, arguments));
        return switch (new AssignmentReader(Map.of()).read(shapes)) {
            case Read read -> "";
            case Invalid(List<Problem> problems) ->
                String.join(
                        "\n",
                        problems.stream()
                                .map(problem ->
                                        problem.key().replaceFirst(".*arguments\\.", "") + ": " + problem.message())
                                .toList());
        };
    }
}
