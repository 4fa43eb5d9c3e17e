package assay.core.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.assignment.Part.TrainingPart;
import assay.core.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts that train, as they are written; of what cannot be served, the place is named. */
final class TrainingReaderTest {
    private static final List<KnownNetwork> KNOWN = List.of(
            new KnownNetwork("lenet", List.of("mnist"), List.of("conv1", "conv2", "fc1")),
            new KnownNetwork("cnn", List.of("cifar10"), List.of("conv1", "bn1", "fc1")));

    private static final String TEMPLATE = """
            id: train
            title: Train
            version: 1
            zone: UTC
            deadline: 2022-09-19T23:59:59Z
            late: none
            parts:
              - id: first
                title: First
                points: 1
                training:
                  network: cnn
                  data: cifar10
                  epochs: 3
                  items: [ { id: model, points: 1, check: architecture } ]
              - id: second
                title: Second
                points: 1
                training:
                  %s
            """;

    @TempDir
    private Path scratch;

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            network: letnet, data: mnist, epochs: 1, items: [ { id: a, points: 1, check: forward } ] | training.network: there is no network 'letnet'; did you mean 'lenet'?
            network: lenet, data: mnits, epochs: 1, items: [ { id: a, points: 1, check: forward } ] | training.data: there is no data set 'mnits'; did you mean 'mnist'?
            network: lenet, data: cifar10, epochs: 1, items: [ { id: a, points: 1, check: forward } ] | training.data: the network lenet takes images of mnist, not of cifar10
            network: cnn, data: cifar10, epochs: 1, needs: [frist], items: [ { id: a, points: 1, check: forward } ] | training.needs[0]: there is no earlier part with the id 'frist'
            network: cnn, data: cifar10, epochs: 1, needs: [second], items: [ { id: a, points: 1, check: forward } ] | training.needs[0]: there is no earlier part with the id 'second'
            network: lenet, data: mnist, epochs: 1, start: { part: first }, items: [ { id: a, points: 1, check: forward } ] | training.start.part: there is no earlier part that trains the same network with the id 'first'
            network: cnn, data: cifar10, epochs: 1, start: { part: first, except: [fc2] }, items: [ { id: a, points: 1, check: forward } ] | training.start.except[0]: there is no layer of cnn 'fc2'; did you mean 'fc1'?
            network: lenet, data: mnist, epochs: 1, items: [ { id: a, points: 1, check: beats, part: first, by: 0% } ] | training.items[0].part: there is no earlier part that trains on the same data with the id 'first'
            network: cnn, data: cifar10, epochs: 1, items: [ { id: a, points: 1, check: frozen, layers: [conv1, bn2] } ] | training.items[0].layers[1]: there is no layer of cnn 'bn2'; did you mean 'bn1'?
            network: cnn, data: cifar10, epochs: 2, items: [ { id: a, points: 1, check: loss-at, epoch: 3, at-most: 0.2 } ] | training.items[0]: this is looked at after epoch 3, and the part trains for 2
            network: cnn, data: cifar10, epochs: 1, gpu-time: 5m, items: [ { id: a, points: 1, check: forward } ] | training.gpu-time: is of use only with device: gpu
            network: cnn, data: cifar10, epochs: 0, items: [ { id: a, points: 1, check: accuracy, above: 75% } ] | training.items[0]: this is looked at after epoch 1, and the part trains for 0
            """)
    void what_cannot_be_served_is_named_with_its_place(String training, String problem) throws IOException {
        List<Problem> problems = read("{ " + training + " }") instanceof AssignmentReading.Invalid invalid
                ? invalid.problems()
                : List.of();

        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().toString())
                .contains("assignment.yaml:20:")
                .endsWith("parts[1]." + problem);
    }

    @Test
    void what_a_part_begins_with_and_is_compared_with_is_read() throws IOException {
        AssignmentReading reading = read("""
                { task: tuned, network: cnn, data: cifar10, epochs: 2, start: { part: first, except: [fc1] }, needs: [first], \
                items: [ { id: a, points: 0.5, check: beats, part: first, by: 1% }, { id: b, points: 0.5, check: train-mode } ] }""");

        TrainingPart part =
                (TrainingPart) ((AssignmentReading.Read) reading).assignment().part("second");
        assertThat(part.spec().task()).isEqualTo("tuned");
        assertThat(part.spec().start()).isEqualTo(Optional.of(new TrainingSpec.Start("first", List.of("fc1"))));
        assertThat(part.items())
                .extracting(TrainingItem::check)
                .containsExactly(new TrainingCheck.Beats("first", 0.01), new TrainingCheck.TrainMode());
        assertThat(part.untrained().orElseThrow().items()).hasSize(1);
        assertThat(part.untrained().orElseThrow().points().value()).isEqualByComparingTo("0.5");
    }

    @Test
    void a_limit_to_the_time_of_a_gpu_is_read() throws IOException {
        AssignmentReading reading = read("""
                { network: cnn, data: cifar10, epochs: 2, device: gpu, gpu-time: 20m, wall: 3h, \
                items: [ { id: a, points: 1, check: forward } ] }""");

        TrainingPart part =
                (TrainingPart) ((AssignmentReading.Read) reading).assignment().part("second");
        assertThat(part.spec().gpuTime()).contains(Duration.ofMinutes(20));
        assertThat(part.spec().wall()).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void where_it_is_not_known_which_networks_there_are_any_is_taken() throws IOException {
        Path folder =
                written("{ network: own, data: faces, epochs: 1, items: [ { id: a, points: 1, check: forward } ] }");

        assertThat(new AssignmentReader(Map.of()).read(folder)).isInstanceOf(AssignmentReading.Read.class);
    }

    private AssignmentReading read(String training) throws IOException {
        return new AssignmentReader(Map.of(), KNOWN).read(written(training));
    }

    private Path written(String training) throws IOException {
        Path folder = Files.createDirectories(scratch.resolve("train"));
        Files.writeString(folder.resolve("assignment.yaml"), TEMPLATE.formatted(training));
        return folder;
    }
}
