package assay.server.course;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.assignment.AnswerSpec;
import assay.core.assignment.AnswerValue;
import assay.core.assignment.Assignment;
import assay.core.assignment.Feedback;
import assay.core.assignment.Part.AnswersPart;
import assay.core.domain.Limits;
import assay.core.domain.Points;
import assay.core.domain.Provenance;
import assay.core.domain.RunUsage;
import assay.core.domain.Score;
import assay.core.domain.Verdict;
import assay.core.domain.Visibility;
import assay.core.late.LatePolicy;
import assay.core.late.Lateness;
import assay.core.result.CaseResult;
import assay.core.result.Grading;
import assay.core.result.PartResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BeforeReleaseTest {
    private static final Points TWO = Points.of("2");

    @Test
    void hidden_rows_of_answers_are_kept_back_as_hidden_cases_are() {
        Assignment assignment = assignment(row("shown", Visibility.PUBLIC), row("kept", Visibility.HIDDEN));
        PartResult part = new PartResult(
                "answers",
                "Answers",
                TWO,
                TWO,
                Verdict.WA,
                "half of it",
                List.of(result("shown", Verdict.AC), result("kept", Verdict.WA)));

        PartResult seen = BeforeRelease.of(assignment, grading(part)).parts().getFirst();

        assertThat(seen.cases()).extracting(CaseResult::id).containsExactly("shown");
        assertThat(seen.verdict()).isEqualTo(Verdict.AC);
        assertThat(seen.earned()).isEqualTo(Points.ZERO);
        assertThat(seen.note()).isEmpty();
    }

    @Test
    void a_part_of_which_all_is_kept_back_says_nothing() {
        Assignment assignment = assignment(row("kept", Visibility.HIDDEN));
        PartResult part =
                new PartResult("answers", "Answers", TWO, TWO, Verdict.AC, "", List.of(result("kept", Verdict.AC)));

        PartResult seen = BeforeRelease.of(assignment, grading(part)).parts().getFirst();

        assertThat(seen.cases()).isEmpty();
        assertThat(seen.verdict()).isEqualTo(Verdict.SK);
    }

    private static AnswerSpec row(String id, Visibility visibility) {
        return new AnswerSpec(
                id,
                "How many?",
                visibility,
                BigDecimal.ONE,
                new AnswerSpec.Fixed(new AnswerValue.Word("few")),
                AnswerSpec.Margin.ROUNDING,
                List.of());
    }

    /** As a result shows a row, whatever the assignment says of it. */
    private static CaseResult result(String id, Verdict verdict) {
        return new CaseResult(
                id,
                Visibility.PUBLIC,
                verdict,
                "Your answer is few.",
                Optional.empty(),
                "",
                List.of(),
                "",
                RunUsage.NONE);
    }

    private static Assignment assignment(AnswerSpec... rows) {
        return new Assignment(
                "hw",
                "Homework",
                1,
                ZoneOffset.UTC,
                Instant.EPOCH,
                new LatePolicy.None(),
                Limits.DEFAULT,
                Feedback.VERDICT,
                List.of(new AnswersPart("answers", "Answers", TWO, Map.of(), List.of(rows))),
                "digest");
    }

    private static Grading grading(PartResult part) {
        return new Grading(
                "hw",
                "ada",
                Instant.EPOCH,
                part.verdict(),
                "",
                List.of(),
                List.of(part),
                new Score(TWO, TWO, Points.ZERO, TWO),
                new Lateness(Instant.EPOCH, Duration.ZERO, 0, Points.ZERO, List.of()),
                List.of(),
                new Provenance(Map.of()),
                "");
    }
}
