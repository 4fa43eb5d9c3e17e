package assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.assignment.Assignment;
import assay.core.assignment.AssignmentReader;
import assay.core.assignment.AssignmentReading;
import assay.core.domain.Points;
import assay.core.publish.FreeAnswers;
import assay.core.publish.PublishingCheck;
import assay.golden.misconception.Misconceptions;
import assay.golden.network.ReferenceNetworksOfSeeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The assignments that Assay comes with. */
class AssignmentsTest {
    static Stream<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(House.root().resolve("reference/assignments"))) {
            return folders.sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("folders")
    void every_assignment_is_well_formed_and_has_a_statement(Path folder) {
        AssignmentReading reading =
                new AssignmentReader(Misconceptions.names(), ReferenceNetworksOfSeeds.known()).read(folder);

        assertThat(reading).isInstanceOf(AssignmentReading.Read.class);
        assertThat(folder.resolve("statement.md")).isNotEmptyFile();
    }

    @ParameterizedTest(name = "{0} has {1} points in {2} parts")
    @CsvSource({
        "comp6721-a8-a9, 10, 9",
        "comp6721-a8-a9-training, 10, 8",
        "cs5242-hw4, 5, 8",
        "cs5242-hw4-training, 5, 1",
        "kpu-assignment-2, 10, 13",
        "kpu-assignment-2-training, 5, 1",
        "ucu-hw2, 10, 19",
        "ucu-hw2-training, 5, 2",
        "week7-cnn, 10, 8",
        "week7-cnn-training, 10, 5"
    })
    void points_add_up(String id, String points, int parts) {
        Assignment assignment = House.assignment(id);

        assertThat(assignment.points()).isEqualTo(Points.of(points));
        assertThat(assignment.parts()).hasSize(parts);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("assay.e2e.House#untrained")
    void no_null_answer_passes_any_case(String id) {
        assertThat(new PublishingCheck(House.goldens()).nullAnswers(House.assignment(id)))
                .isEmpty();
        assertThat(FreeAnswers.of(House.assignment(id))).isEmpty();
    }

    @Test
    void each_has_samples_and_a_starter() throws IOException {
        for (Path folder : folders().toList()) {
            String id = String.valueOf(folder.getFileName());
            assertThat(House.samples(id)).isDirectory();
            assertThat(House.root().resolve("submissions/starter").resolve(id)).isDirectory();
        }
        assertThat(House.assignments())
                .contains(
                        "comp6721-a8-a9",
                        "comp6721-a8-a9-training",
                        "cs5242-hw4",
                        "cs5242-hw4-training",
                        "kpu-assignment-2",
                        "kpu-assignment-2-training",
                        "ucu-hw2",
                        "ucu-hw2-training",
                        "week7-cnn",
                        "week7-cnn-training");
    }
}
