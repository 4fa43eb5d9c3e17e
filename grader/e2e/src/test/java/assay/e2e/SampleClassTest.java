package assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import assay.core.assignment.Assignment;
import assay.core.assignment.Part;
import assay.core.batch.BatchListener;
import assay.core.batch.BatchOptions;
import assay.core.batch.ClassGrading;
import assay.core.intake.FileNames;
import assay.core.intake.FolderOpening;
import assay.core.intake.SubmissionEntry;
import assay.core.intake.SubmissionFolder;
import assay.core.pipeline.GradingContext;
import assay.core.pipeline.GradingEvent;
import assay.core.pipeline.GradingPipeline;
import assay.core.port.GoldenSource;
import assay.core.port.Sandbox;
import assay.core.report.ReportWriter;
import assay.core.result.CaseResult;
import assay.core.result.Grading;
import assay.core.result.PartResult;
import assay.golden.misconception.Misconceptions;
import assay.golden.misconception.Variant;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every sample submission is graded as its class is, and held to its {@code expect.yaml}. */
abstract class SampleClassTest {
    abstract Sandbox sandbox();

    /** Whose samples. */
    Stream<String> assignments() {
        return House.untrained().stream();
    }

    @TestFactory
    Stream<DynamicContainer> samples_get_what_they_deserve(@TempDir Path out) {
        return assignments().map(id -> dynamicContainer(id, students(id, out.resolve(id))));
    }

    private Stream<DynamicNode> students(String id, Path out) {
        Path samples = House.samples(id);
        FolderOpening.Opened opened = (FolderOpening.Opened) SubmissionFolder.open(samples);
        Assignment assignment = House.assignment(id);
        Map<String, Grading> gradings = grade(assignment, opened.entries(), out);
        return opened.entries().stream()
                .map(SubmissionEntry::student)
                .map(student -> student(assignment, samples, student, gradings));
    }

    private static DynamicTest student(
            Assignment assignment, Path samples, String student, Map<String, Grading> gradings) {
        return dynamicTest(student, () -> {
            hold(assignment, Expectation.of(samples, student), gradings.get(student));
        });
    }

    private Map<String, Grading> grade(Assignment assignment, List<SubmissionEntry> entries, Path out) {
        GoldenSource goldens = House.goldens();
        try (Sandbox sandbox = sandbox()) {
            GradingContext context = GradingContext.of(assignment, sandbox, goldens, "test");
            ReportWriter reports = new ReportWriter(out, assignment, FileNames::of);
            return new ClassGrading(new GradingPipeline(sandbox, goldens), context, reports)
                    .grade(entries, new BatchOptions(2, true), new Silent()).stream()
                            .collect(Collectors.toMap(Grading::student, Function.identity()));
        }
    }

    private static void hold(Assignment assignment, Expectation expected, Grading grading) {
        assertThat(grading.verdict().name())
                .as("%s: %s", expected.about(), grading.problem())
                .isEqualTo(expected.verdict());
        expected.ofParts().forEach((id, ofPart) -> {
            PartResult part = grading.parts().stream()
                    .filter(result -> result.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            ofPart.verdict()
                    .ifPresent(verdict -> assertThat(part.verdict().name())
                            .as(explained(part))
                            .isEqualTo(verdict));
            ofPart.earned()
                    .ifPresent(earned -> assertThat(part.earned().value())
                            .as(explained(part))
                            .isEqualByComparingTo(earned));
            ofPart.misconception()
                    .ifPresent(name -> assertThat(part.cases())
                            .as(explained(part))
                            .extracting(CaseResult::misconception)
                            .contains(explanation(assignment, id, name)));
        });
        expected.raw()
                .ifPresent(raw -> assertThat(grading.score().raw().value()).isEqualByComparingTo(raw));
        expected.total()
                .ifPresent(total -> assertThat(grading.score().total().value()).isEqualByComparingTo(total));
    }

    private static String explanation(Assignment assignment, String part, String misconception) {
        return assignment.parts().stream()
                .filter(candidate -> candidate.id().equals(part))
                .map(Part.KernelPart.class::cast)
                .flatMap(kernel -> Misconceptions.named(kernel.kernel(), misconception).stream())
                .map(Variant::explanation)
                .findFirst()
                .orElseThrow();
    }

    private static String explained(PartResult part) {
        return part.cases().stream()
                .map(result -> result.id() + " " + result.verdict() + " " + result.message())
                .collect(Collectors.joining("\n", part.id() + ":\n", ""));
    }

    private static final class Silent implements BatchListener {
        @Override
        public void event(GradingEvent event) {
            // The results are what is tested here.
        }

        @Override
        public void done(Grading grading, boolean reused) {
            // As above.
        }
    }
}
