package assay.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.assignment.Assignment;
import assay.core.assignment.Feedback;
import assay.core.compare.TensorComparison;
import assay.core.compare.TensorComparison.ErrorMap;
import assay.core.compare.TensorComparison.Mismatch;
import assay.core.compare.TensorComparison.ShapeMismatch;
import assay.core.compare.TensorComparison.Weighed;
import assay.core.domain.RunUsage;
import assay.core.domain.Verdict;
import assay.core.domain.Visibility;
import assay.core.intake.FileNames;
import assay.core.result.CaseResult;
import assay.core.result.Grading;
import assay.core.result.PartResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every field of a hidden case is marked, and no mark is found in what a student gets. */
class HiddenLeakTest {
    private static final String MARK = "LEAKED";
    /** Stands in numbers: 771371 in each of them, whatever the notation. */
    private static final String DIGITS = "771371";

    private static final List<TensorComparison> COMPARISONS = List.of(
            new Weighed(
                    false,
                    0.1771371,
                    0.0771371,
                    771371.5,
                    7713710.25,
                    771371,
                    7713712,
                    Optional.of(new Mismatch(List.of(771371, 2), 771371.25f, 0.0771371f)),
                    Optional.of(new ErrorMap(1, 2, List.of(77137.1f, 0f), MARK))),
            new ShapeMismatch(List.of(771371, 3), List.of(7713711)));

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Feedback.class)
    void no_mark_is_found(Feedback feedback) throws IOException {
        Assignment assignment = SampleAssignment.with(feedback);
        ReportWriter writer = new ReportWriter(folder, assignment, FileNames::of);
        Grading marked = marked(assignment);

        writer.write(marked);
        writer.writeClass(List.of(marked), List.of());

        for (Path file : files("results", "junit", "gradescope")) {
            assertThat(Files.readString(file))
                    .as(file.toString())
                    .doesNotContain(MARK)
                    .doesNotContainPattern(DIGITS + "|7\\.71371");
        }
        assertThat(Files.readString(folder.resolve("grades.csv"))).doesNotContain(MARK);
        assertThat(files("results", "junit", "gradescope")).hasSize(4);
        assertThat(Files.readString(files("full").getFirst())).contains(MARK, DIGITS);
        assertThat(writer.read("ada")).contains(marked);
    }

    private static Grading marked(Assignment assignment) {
        Grading plain = new GradingBuilder(assignment, "ada").build();
        List<PartResult> parts = new ArrayList<>();
        for (PartResult part : plain.parts()) {
            List<CaseResult> cases = new ArrayList<>(part.cases().subList(0, 2));
            for (Verdict verdict : Verdict.values()) {
                COMPARISONS.forEach(comparison -> cases.add(marked(verdict, comparison)));
            }
            parts.add(new PartResult(part.id(), part.title(), part.maximum(), part.earned(), Verdict.RTE, "", cases));
        }
        return new Grading(
                plain.assignment(),
                plain.student(),
                plain.submittedAt(),
                Verdict.RTE,
                "",
                List.of(),
                parts,
                plain.score(),
                plain.lateness(),
                List.of(),
                plain.provenance(),
                plain.fingerprint());
    }

    /** The misconception is left out: it is ours, and told. */
    private static CaseResult marked(Verdict verdict, TensorComparison comparison) {
        return new CaseResult(
                MARK + verdict,
                Visibility.HIDDEN,
                verdict,
                MARK,
                Optional.of(comparison),
                "",
                List.of(MARK),
                MARK,
                new RunUsage(Duration.ofNanos(771_371_000)));
    }

    private List<Path> files(String... folders) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : folders) {
            try (Stream<Path> found = Files.list(folder.resolve(name))) {
                found.forEach(files::add);
            }
        }
        return files;
    }
}
