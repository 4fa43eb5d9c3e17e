package assay.golden.store;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.assignment.Assignment;
import assay.core.assignment.AssignmentReader;
import assay.core.assignment.AssignmentReading;
import assay.core.assignment.CaseSpec;
import assay.core.assignment.Part;
import assay.core.port.GoldenCase;
import assay.core.port.GoldenCase.Misconception;
import assay.golden.misconception.Misconceptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The assignments that come with Assay. */
final class AssignmentsTest {
    @TempDir
    private Path home;

    @ParameterizedTest(name = "{0}")
    @MethodSource("folders")
    void every_case_has_a_finite_golden_and_tells_all_its_misconceptions(Path folder) {
        Assignment assignment = read(folder);
        GoldenStore store = GoldenStore.in(home.resolve("goldens"), home.resolve("state"));

        for (Part part : assignment.parts()) {
            for (CaseSpec spec : GoldenRequest.cases(part)) {
                GoldenCase golden = store.golden(assignment, part, spec);

                assertThat(golden.misconceptions())
                        .as("%s %s", part.id(), spec.id())
                        .extracting(Misconception::name)
                        .containsExactlyElementsOf(spec.misconceptions());
                for (float number : golden.expected().data()) {
                    assertThat(number).as("%s %s", part.id(), spec.id()).isFinite();
                }
            }
        }
    }

    static List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("..", "assignments"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("assignment.yaml")))
                    .sorted()
                    .toList();
        }
    }

    private static Assignment read(Path folder) {
        return switch (new AssignmentReader(Misconceptions.names()).read(folder)) {
            case AssignmentReading.Read(Assignment assignment) -> assignment;
            case AssignmentReading.Invalid(List<?> problems) -> throw new AssertionError(problems);
        };
    }
}
