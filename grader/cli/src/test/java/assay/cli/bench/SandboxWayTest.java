package assay.cli.bench;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.domain.GraderFault;
import assay.core.domain.Points;
import assay.core.domain.Provenance;
import assay.core.domain.Score;
import assay.core.domain.Verdict;
import assay.core.late.Lateness;
import assay.core.result.Grading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SandboxWayTest {
    @Test
    void what_a_submission_earned_is_no_matter() {
        assertThatCode(() -> SandboxWay.checkGraded(
                        "docker", List.of(grading("ada", Verdict.AC, ""), grading("bob", Verdict.CE, "no class"))))
                .doesNotThrowAnyException();
    }

    @Test
    void a_class_that_was_not_graded_has_no_figures() {
        assertThatThrownBy(() -> SandboxWay.checkGraded(
                        "docker", List.of(grading("ada", Verdict.AC, ""), grading("bob", Verdict.IE, "no container"))))
                .isInstanceOf(GraderFault.class)
                .hasMessageContaining("measure the way called docker")
                .hasMessageContaining("1 of 2 were not graded")
                .hasMessageContaining("of bob: no container");
    }

    private static Grading grading(String student, Verdict verdict, String problem) {
        Points points = Points.of("1");
        return new Grading(
                "hw",
                student,
                Instant.EPOCH,
                verdict,
                problem,
                List.of(),
                List.of(),
                new Score(points, points, Points.ZERO, points),
                new Lateness(Instant.EPOCH, Duration.ZERO, 0, Points.ZERO, List.of()),
                List.of(),
                new Provenance(Map.of()),
                "fingerprint");
    }
}
