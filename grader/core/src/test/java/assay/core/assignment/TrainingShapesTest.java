package assay.core.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What gradients, optimisers and the like cannot take is refused before PyTorch is asked. */
final class TrainingShapesTest {
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
    private Path scratch;

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            relu_gradient          | input: { normal: [2, 3] }, grad_output: { normal: [2, 3] } | ''
            relu_gradient          | input: { normal: [2, 3] }, grad_output: { normal: [3, 2] } | must have the shape of input
            linear_weight_gradient | input: { normal: [4, 3] }, grad_output: { normal: [5, 2] } | dimension 0 must be the rows of input (4), but is 5
            max_pool2d_gradient    | input: { normal: [1, 1, 5, 5] }, grad_output: { normal: [1, 1, 2, 2] }, kernel_size: 2, stride: 2 | ''
            max_pool2d_gradient    | input: { normal: [1, 1, 5, 5] }, grad_output: { normal: [1, 1, 3, 2] }, kernel_size: 2, stride: 2 | dimension 2 must be that of the output (2), but is 3
            conv2d_input_gradient  | grad_output: { normal: [1, 2, 3, 3] }, weight: { normal: [2, 1, 2, 2] }, input_height: 4, input_width: 4, stride: 1, padding: 0 | ''
            conv2d_input_gradient  | grad_output: { normal: [1, 3, 3, 3] }, weight: { normal: [2, 1, 2, 2] }, input_height: 4, input_width: 4, stride: 1, padding: 0 | dimension 1 must be the filters of weight (2), but is 3
            conv2d_weight_gradient | input: { normal: [1, 1, 4, 4] }, grad_output: { normal: [1, 2, 3, 2] }, kernel_height: 2, kernel_width: 2, stride: 1, padding: 0 | dimension 3 must be that of the output (3), but is 2
            cross_entropy_gradient | logits: { normal: [2, 3] }, targets: [0, 3] | must be classes from 0 to 2
            sgd                    | parameters: { normal: [3] }, gradients: { normal: [5, 4] }, learning_rate: 0.1, momentum: 0, weight_decay: 0 | dimension 1 must be the parameters (3), but is 4
            k_fold                 | samples: 3, folds: 5, seeds: [1] | must be at least 5, but is 3
            mini_batches           | samples: 1000, batch_size: 250, epochs: 2, seed: 1 | ''
            mini_batches           | samples: 1000, batch_size: 199, epochs: 2, seed: 1 | must be at least 200, but is 199
            mini_batches           | samples: 100, batch_size: 200, epochs: 2, seed: 1 | must be at least 200, but is 100
            images_from_columns    | columns: { uniform: [784, 2], low: 0, high: 255 }, height: 28, width: 28 | ''
            images_from_columns    | columns: { uniform: [784, 2], low: 0, high: 255 }, height: 28, width: 27 | dimension 0 must be height times width (756), but is 784
            dropout                | input: { normal: [9] }, p: 1, training: true, seed: 1 | must be from 0 to less than 1
            residual_block         | input: { normal: [1, 2, 2, 2] }, conv1_weight: { normal: [4, 2, 3, 3] }, conv2_weight: { normal: [4, 4, 3, 3] }, stride: 2, eps: 1.0e-5 | must leave more than one number a channel, or there is no variance
            residual_block         | input: { normal: [2, 2, 4, 4] }, conv1_weight: { normal: [4, 2, 3, 3] }, conv2_weight: { normal: [4, 4, 3, 3] }, stride: 1, eps: 1.0e-5 | must have as many filters as input has channels, or with stride 2 more
            """)
    void what_does_not_fit_is_named(String kernel, String arguments, String problem) throws IOException {
        Path folder = Files.createDirectories(scratch.resolve("shapes"));
        Files.writeString(folder.resolve("assignment.yaml"), TEMPLATE.formatted(kernel, arguments));
        List<String> problems = new AssignmentReader(Map.of()).read(folder) instanceof AssignmentReading.Invalid invalid
                ? invalid.problems().stream().map(Problem::message).toList()
                : List.of();

        assertThat(String.join("; ", problems)).isEqualTo(problem);
    }
}
