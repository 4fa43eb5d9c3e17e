package assay.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.assignment.Assignment;
import assay.core.assignment.Feedback;
import assay.core.compare.TensorComparison.Weighed;
import assay.core.domain.Verdict;
import assay.core.domain.Visibility;
import assay.core.result.CaseResult;
import assay.core.result.Grading;
import assay.core.result.PartResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RedactionTest {
    private final Assignment assignment = SampleAssignment.with(Feedback.VERDICT);

    @Test
    void count_tells_only_how_many_hidden_cases_passed() {
        PartResult part = shown(hiddenMistake(), Feedback.COUNT);

        assertThat(part.cases()).extracting(CaseResult::id).containsExactly("seed-shape", "stride-2");
        assertThat(part.note()).isEqualTo("1 of 2 hidden cases passed.");
    }

    @Test
    void count_does_not_tell_what_a_hidden_case_died_of() {
        Grading grading = new GradingBuilder(assignment, "ada")
                .with("max_pool2d", Cases.hidden(Cases.of("single-channel", Verdict.MLE, "too much")))
                .build();

        Grading shown = Redaction.forStudent(grading, Feedback.COUNT);

        assertThat(shown.parts().getFirst().verdict()).isEqualTo(Verdict.WA);
        assertThat(shown.verdict()).isEqualTo(Verdict.WA);
        assertThat(shown.score()).isEqualTo(grading.score());
    }

    @Test
    void count_keeps_the_verdict_that_a_public_case_gives() {
        Grading grading = new GradingBuilder(assignment, "ada")
                .with("max_pool2d", Cases.of("stride-2", Verdict.TLE, "too slow"))
                .with("max_pool2d", Cases.hidden(Cases.of("single-channel", Verdict.MLE, "too much")))
                .build();

        assertThat(shown(grading, Feedback.COUNT).verdict()).isEqualTo(Verdict.TLE);
    }

    @Test
    void verdict_tells_the_verdict_and_a_known_mix_up_of_each() {
        CaseResult hidden = shown(hiddenMistake(), Feedback.VERDICT).cases().get(2);

        assertThat(hidden.id()).isEqualTo("hidden-1");
        assertThat(hidden.verdict()).isEqualTo(Verdict.WA);
        assertThat(hidden.misconception()).isEqualTo(Cases.ZERO_PADDING);
        assertThat(hidden.comparison()).isEmpty();
        assertThat(hidden.usage().wall()).isZero();
    }

    @Test
    void error_tells_error_and_tolerance_to_two_digits_besides() {
        CaseResult hidden = shown(hiddenMistake(), Feedback.ERROR).cases().get(2);

        assertThat(hidden.comparison()).hasValueSatisfying(comparison -> {
            Weighed weighed = (Weighed) comparison;
            assertThat(weighed.mse()).isEqualTo(3.4e-3);
            assertThat(weighed.allowed()).isEqualTo(1.1e-8);
            assertThat(weighed.maxAbsolute()).isNaN();
            assertThat(weighed.first()).isEmpty();
            assertThat(weighed.map()).isEmpty();
            assertThat(weighed.size()).isZero();
        });
    }

    @Test
    void a_shape_is_not_told() {
        Grading grading = new GradingBuilder(assignment, "ada")
                .with("max_pool2d", Cases.hidden(Cases.wrongShape("single-channel")))
                .build();

        assertThat(shown(grading, Feedback.ERROR).cases().get(3).comparison()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Feedback.class)
    void public_cases_stay_as_they_are(Feedback feedback) {
        Grading grading = new GradingBuilder(assignment, "ada")
                .with("max_pool2d", Cases.wrongBorder("stride-2"))
                .build();

        assertThat(shown(grading, feedback).cases().subList(0, 2))
                .isEqualTo(grading.parts().getFirst().cases().subList(0, 2))
                .allMatch(result -> result.visibility() == Visibility.PUBLIC);
    }

    @ParameterizedTest
    @EnumSource(Feedback.class)
    void what_broke_of_ours_is_not_told(Feedback feedback) {
        Grading part = new GradingBuilder(assignment, "kim")
                .all("max_pool2d", Verdict.IE, "Tried to reach /var/run/engine")
                .build();
        Grading whole = new GradingBuilder(assignment, "kim")
                .notRun(Verdict.IE, "Tried to reach /var/run/engine")
                .build();

        for (Grading grading : List.of(part, whole)) {
            Grading shown = Redaction.forStudent(grading, feedback);
            assertThat(shown.verdict()).isEqualTo(Verdict.IE);
            assertThat(shown.toString()).doesNotContain("/var/run");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "VERDICT, WA, TLE", "VERDICT, SK, RTE", "VERDICT, AC, MLE", "VERDICT, WA, IE", "VERDICT, TLE, WA",
        "ERROR, WA, TLE", "ERROR, SK, RTE", "ERROR, AC, MLE", "ERROR, WA, IE", "ERROR, TLE, WA"
    })
    void the_whole_has_the_verdict_that_the_teacher_sees(Feedback feedback, Verdict first, Verdict second) {
        Grading grading = new GradingBuilder(assignment, "ada")
                .with("max_pool2d", Cases.hidden(Cases.of("single-channel", first, "a")))
                .with("conv2d", Cases.hidden(Cases.of("single-channel", second, "b")))
                .build();
        assertThat(Redaction.forStudent(grading, feedback).verdict()).isEqualTo(grading.verdict());
    }

    @Test
    void a_reason_for_the_whole_stays() {
        Grading grading = new GradingBuilder(assignment, "ivan")
                .notRun(Verdict.PV, "The archive is encrypted.")
                .build();

        Grading shown = Redaction.forStudent(grading, Feedback.COUNT);

        assertThat(shown.verdict()).isEqualTo(Verdict.PV);
        assertThat(shown.problem()).isEqualTo("The archive is encrypted.");
    }

    private Grading hiddenMistake() {
        return new GradingBuilder(assignment, "ada")
                .with("max_pool2d", Cases.hidden(Cases.wrongBorder("all-negative-padding")))
                .build();
    }

    private static PartResult shown(Grading grading, Feedback feedback) {
        return Redaction.forStudent(grading, feedback).parts().getFirst();
    }
}
