package assay.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.assignment.Assignment;
import assay.core.assignment.CaseSpec;
import assay.core.assignment.Part;
import assay.core.desk.DeskExamples;
import assay.core.domain.Points;
import assay.core.domain.Provenance;
import assay.core.domain.SourceFile;
import assay.core.domain.Submission;
import assay.core.domain.Verdict;
import assay.core.intake.Intake;
import assay.core.port.GoldenCase;
import assay.core.port.GoldenSource;
import assay.core.result.Grading;
import assay.kernels.call.Kernel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is graded without a sandbox, whatever there is beside it. */
final class WrittenPipelineTest {
    private static final String ANSWERS = "sizes: { weights: 300, macs: 3000, shape: [2, 3] }";

    @TempDir
    private Path scratch;

    private final ScriptedSandbox sandbox = new ScriptedSandbox(Kernel.RELU);

    @Test
    void no_sandbox_is_opened_where_no_code_is_asked_for() throws IOException {
        Grading grading = grade(DeskExamples.submission(ANSWERS, "Because."));

        assertThat(sandbox.opened).isZero();
        assertThat(grading.score().raw()).isEqualTo(Points.of("1.5"));
        assertThat(grading.verdict()).isEqualTo(Verdict.WA);
        assertThat(grading.pending()).isEqualTo(Points.of("1"));
    }

    @Test
    void sources_beside_it_are_not_even_compiled() throws IOException {
        Submission written = DeskExamples.submission(ANSWERS, "");
        Grading grading = grade(new Submission(
                "ada",
                Instant.EPOCH,
                Optional.empty(),
                List.of(new SourceFile("A.java", "class A {")),
                written.documents(),
                "digest",
                List.of()));

        assertThat(sandbox.opened).isZero();
        assertThat(grading.score().raw()).isEqualTo(Points.of("1.5"));
    }

    private Grading grade(Submission submission) throws IOException {
        Assignment assignment = DeskExamples.assignment(scratch);
        GradingContext context = new GradingContext(assignment, new Provenance(Map.of()));
        return new GradingPipeline(sandbox, new NoGoldens())
                .grade(new GradingRequest(context, new Intake.Accepted(submission)), event -> {});
    }

    private static final class NoGoldens implements GoldenSource {
        @Override
        public GoldenCase golden(Assignment assignment, Part part, CaseSpec spec) {
            throw new AssertionError("no case is asked for");
        }

        @Override
        public Map<String, String> description(Assignment assignment) {
            return Map.of();
        }
    }
}
