package assay.core.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.assignment.Assignment;
import assay.core.assignment.CaseSpec;
import assay.core.assignment.Feedback;
import assay.core.assignment.Part;
import assay.core.compare.Tolerance;
import assay.core.domain.GraderFault;
import assay.core.domain.Limits;
import assay.core.domain.Points;
import assay.core.domain.SourceFile;
import assay.core.domain.Verdict;
import assay.core.domain.Visibility;
import assay.core.intake.FileNames;
import assay.core.intake.FolderOpening;
import assay.core.intake.IntakeRequest;
import assay.core.intake.SubmissionFolder;
import assay.core.late.LatePolicy;
import assay.core.pipeline.GradingContext;
import assay.core.pipeline.GradingEvent;
import assay.core.pipeline.GradingPipeline;
import assay.core.port.Classes;
import assay.core.port.CompileOutcome;
import assay.core.port.GoldenCase;
import assay.core.port.GoldenSource;
import assay.core.port.Pace;
import assay.core.port.Sandbox;
import assay.core.port.SandboxSession;
import assay.core.report.ReportWriter;
import assay.core.result.Grading;
import assay.kernels.call.Kernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class over a compiler that refuses everything, and breaks over what says so. */
class ClassGradingTest {
    private static final Assignment ASSIGNMENT = new Assignment(
            "hw",
            "Homework",
            1,
            ZoneOffset.UTC,
            Instant.EPOCH,
            new LatePolicy.None(),
            Limits.DEFAULT,
            Feedback.VERDICT,
            List.of(new Part.KernelPart(
                    "relu",
                    "ReLU",
                    Points.of("1"),
                    Kernel.RELU,
                    Optional.empty(),
                    List.of(new CaseSpec("only", Visibility.PUBLIC, List.of(), Tolerance.DEFAULT, List.of())))),
            "digest");

    private final List<String> reused = new ArrayList<>();

    @TempDir
    Path folder;

    private ReportWriter reports = new ReportWriter(Path.of("unused"), ASSIGNMENT, FileNames::of);

    @BeforeEach
    void three_students() throws IOException {
        reports = new ReportWriter(folder.resolve("out"), ASSIGNMENT, FileNames::of);
        handIn("ada", "class A {}");
        handIn("bad", "BREAK");
        handIn("cyn", "class C {}");
    }

    @Test
    void an_error_of_ours_over_one_submission_leaves_the_others_alone() {
        assertThat(grade()).extracting(Grading::verdict).containsExactly(Verdict.CE, Verdict.IE, Verdict.CE);
        assertThat(reports.read("bad")).get().returns(Verdict.IE, Grading::verdict);
    }

    @Test
    void so_does_a_fault_outside_of_the_pipeline() {
        BatchListener deaf = new BatchListener() {
            @Override
            public void event(GradingEvent event) {
                if (event.student().equals("cyn")) {
                    throw new IllegalStateException("nobody listens");
                }
            }

            @Override
            public void done(Grading grading, boolean again) {}
        };
        assertThat(grade(deaf)).extracting(Grading::verdict).containsExactly(Verdict.CE, Verdict.IE, Verdict.IE);
    }

    @Test
    void what_has_not_changed_is_taken_over_and_a_missing_file_of_it_is_written_again() throws IOException {
        grade();
        Path page = folder.resolve("out/results/ada.html");
        Files.delete(page);
        grade();
        assertThat(reused).containsExactly("ada", "cyn");
        assertThat(page).exists();
    }

    @Test
    void a_record_that_cannot_be_read_means_grading_again() throws IOException {
        grade();
        Files.writeString(folder.resolve("out/full/ada.json"), "{");
        grade();
        assertThat(reused).containsExactly("cyn");
    }

    @Test
    void a_result_that_cannot_be_written_stops_the_run() throws IOException {
        Files.writeString(folder.resolve("out"), "a file");
        assertThatThrownBy(this::grade).isInstanceOf(GraderFault.class).hasMessageStartingWith("Tried to write");
    }

    private List<Grading> grade() {
        return grade(new BatchListener() {
            @Override
            public void event(GradingEvent event) {}

            @Override
            public void done(Grading grading, boolean again) {
                if (again) {
                    reused.add(grading.student());
                }
            }
        });
    }

    private List<Grading> grade(BatchListener listener) {
        Sandbox sandbox = new Compiler();
        GoldenSource goldens = new NoGoldens();
        GradingContext context = GradingContext.of(ASSIGNMENT, sandbox, goldens, "test");
        FolderOpening opening = SubmissionFolder.open(IntakeRequest.of(folder.resolve("class")));
        return new ClassGrading(new GradingPipeline(sandbox, goldens), context, reports)
                .grade(((FolderOpening.Opened) opening).entries(), new BatchOptions(1, false), listener);
    }

    private void handIn(String student, String text) throws IOException {
        Path home = Files.createDirectories(folder.resolve("class").resolve(student));
        Files.writeString(home.resolve("A.java"), text);
    }

    private static final class Compiler implements Sandbox {
        @Override
        public CompileOutcome compile(List<SourceFile> sources, Limits limits) {
            if (sources.getFirst().text().equals("BREAK")) {
                throw new StackOverflowError();
            }
            return new CompileOutcome.Rejected("the compiler found 1 error", List.of());
        }

        @Override
        public SandboxSession open(Classes classes, Limits limits, Pace pace) {
            throw new AssertionError("nothing compiles");
        }

        @Override
        public Map<String, String> description() {
            return Map.of();
        }

        @Override
        public void close() {}
    }

    private static final class NoGoldens implements GoldenSource {
        @Override
        public GoldenCase golden(Assignment assignment, Part part, CaseSpec spec) {
            throw new AssertionError("nothing compiles");
        }

        @Override
        public Map<String, String> description(Assignment assignment) {
            return Map.of();
        }
    }
}
