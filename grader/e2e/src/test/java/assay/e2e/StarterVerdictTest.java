package assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.assignment.Assignment;
import assay.core.domain.SourceFile;
import assay.core.domain.Submission;
import assay.core.intake.Intake;
import assay.core.pipeline.GradingContext;
import assay.core.pipeline.GradingPipeline;
import assay.core.pipeline.GradingRequest;
import assay.core.port.GoldenSource;
import assay.core.port.Sandbox;
import assay.core.result.CaseResult;
import assay.core.result.Grading;
import assay.core.result.PartResult;
import assay.sandbox.process.ProcessSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A public case has the same verdict at home and on the server, in the same words. */
@Tag("slow")
final class StarterVerdictTest {
    @ParameterizedTest
    @CsvSource({
        "cs5242-hw4, anna-kovacs",
        "cs5242-hw4, diego-morales",
        "cs5242-hw4, grace-kim",
        "cs5242-hw4, leah-cohen",
        "cs5242-hw4, nadia-benali",
        "cs5242-hw4, noah-schmidt",
        "ucu-hw2, andrii-shevchenko",
        "ucu-hw2, hana-novak"
    })
    void home_and_server_agree(String id, String student, @TempDir Path scratch) throws Exception {
        assertAgreed(id, StarterProject.unzipped(id, scratch).with(student));
    }

    @Test
    void what_is_forbidden_is_told_at_home_in_the_same_words(@TempDir Path scratch) throws Exception {
        StarterProject starter = StarterProject.unzipped("cs5242-hw4", scratch).with("solution");
        for (Path source : starter.sources()) {
            String text = Files.readString(source);
            Files.writeString(
                    source,
                    text.replaceFirst(
                            "(class \\w+ implements [^{]*MaxPool2d[^{]*\\{)",
                            "$1 static { new ProcessBuilder(\"id\"); }"));
        }

        assertThat(assertAgreed("cs5242-hw4", starter))
                .anySatisfy(told -> assertThat(told).contains("ProcessBuilder", "does not allow that"))
                .anySatisfy(told -> assertThat(told).startsWith("Accepted"));
    }

    private static List<String> assertAgreed(String id, StarterProject starter) throws Exception {
        List<String> told = told(graded(atHome(House.assignment(id).publicOnly()), starter));

        List<String> findings = StandaloneCheck.findings(starter);

        assertThat(findings).hasSameSizeAs(told);
        for (int index = 0; index < told.size(); index++) {
            assertThat(findings.get(index)).startsWith(told.get(index));
        }
        return findings;
    }

    /** What is written is graded on the server alone. */
    private static Assignment atHome(Assignment assignment) {
        return assignment.with(assignment.parts().stream()
                .filter(part -> !assignment.cases(part).isEmpty())
                .toList());
    }

    private static Grading graded(Assignment assignment, StarterProject starter) throws IOException {
        GoldenSource goldens = House.goldens();
        try (Sandbox sandbox = ProcessSandbox.open()) {
            GradingContext context = GradingContext.of(assignment, sandbox, goldens, "test");
            Submission submission =
                    new Submission("student", Instant.EPOCH, Optional.empty(), sources(starter), "digest", List.of());
            GradingRequest request = new GradingRequest(context, new Intake.Accepted(submission));
            return new GradingPipeline(sandbox, goldens).grade(request, event -> {});
        }
    }

    private static List<SourceFile> sources(StarterProject starter) throws IOException {
        List<SourceFile> sources = new ArrayList<>();
        for (Path file : starter.sources()) {
            String path = starter.folder().relativize(file).toString().replace('\\', '/');
            sources.add(new SourceFile(path, Files.readString(file)));
        }
        return sources;
    }

    /** How the findings of the self-check must begin. */
    private static List<String> told(Grading grading) {
        return grading.parts().stream()
                .flatMap(part -> part.cases().stream().map(result -> told(part, result)))
                .toList();
    }

    private static String told(PartResult part, CaseResult result) {
        return switch (result.verdict()) {
            case AC -> "Accepted[note=" + result.message() + "]";
            case SK -> "Skipped[reason=" + result.message() + "]";
            case WA, CE, RTE, TLE, MLE, OLE, PV, IE, PD ->
                "Rejected[report=%s/%s: %s\n%s"
                        .formatted(part.id(), result.id(), result.verdict().words(), result.message());
        };
    }
}
