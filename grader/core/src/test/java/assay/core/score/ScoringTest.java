package assay.core.score;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.assignment.Assignment;
import assay.core.assignment.CaseSpec;
import assay.core.assignment.Feedback;
import assay.core.assignment.Part;
import assay.core.assignment.Part.AgreementPart;
import assay.core.assignment.Part.KernelPart;
import assay.core.assignment.Part.SpeedupPart;
import assay.core.compare.Tolerance;
import assay.core.domain.Limits;
import assay.core.domain.Points;
import assay.core.domain.RunUsage;
import assay.core.domain.Score;
import assay.core.domain.Verdict;
import assay.core.domain.Visibility;
import assay.core.late.LatePolicy;
import assay.core.late.Lateness;
import assay.core.result.CaseResult;
import assay.core.result.PartResult;
import assay.kernels.call.Kernel;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScoringTest {
    private static final KernelPart POOL = kernelPart("pool", "0.5", 3);
    private static final KernelPart CONV = kernelPart("conv", "1", 3);
    private static final AgreementPart AGREEMENT = new AgreementPart("same", "Same", Points.of("0.5"), "pool", "conv");
    private static final SpeedupPart SPEEDUP =
            new SpeedupPart("fast", "Fast", Points.of("1"), Kernel.CONV2D, cases(2), 9, 1.5);
    private static final Assignment ASSIGNMENT = assignment(POOL, CONV, AGREEMENT, SPEEDUP);

    @ParameterizedTest(name = "{0}: {1} of 0.5, {2}")
    @CsvSource({
        "AC AC AC, 0.5,      AC",
        "AC AC WA, 0.333333, WA",
        "WA AC WA, 0.166667, WA",
        "WA WA WA, 0,        WA",
        "AC AC,    0.333333, SK",
        "AC,       0.166667, SK",
        "'',       0,        SK",
        "WA RTE AC, 0.166667, RTE",
        "RTE OLE AC, 0.166667, OLE",
        "OLE TLE AC, 0.166667, TLE",
        "TLE MLE AC, 0.166667, MLE",
        "MLE PV AC,  0.166667, PV",
        "PV CE AC,   0.166667, CE",
        "CE IE AC,   0.166667, IE",
        "SK WA AC,   0.166667, WA",
    })
    void points_are_split_over_the_cases_of_the_assignment(String verdicts, String earned, Verdict verdict) {
        PartResult result = Scoring.kernel(POOL, results(verdicts));

        assertThat(result.earned()).isEqualTo(Points.of(earned));
        assertThat(result.verdict()).isEqualTo(verdict);
        assertThat(result.maximum()).isEqualTo(Points.of("0.5"));
        assertThat(result.cases()).hasSize(3);
    }

    @Test
    void results_count_by_their_case_and_not_by_their_number() {
        List<CaseResult> crafted = List.of(
                caseResult("c1", Verdict.AC),
                caseResult("c1", Verdict.AC),
                caseResult("c1", Verdict.AC),
                caseResult("forged", Verdict.AC));

        PartResult result = Scoring.kernel(POOL, crafted);

        assertThat(result.earned()).isEqualTo(Points.of("0.166667"));
        assertThat(result.cases()).extracting(CaseResult::id).containsExactly("c0", "c1", "c2");
    }

    @Test
    void of_two_results_for_a_case_the_first_counts() {
        assertThat(Scoring.kernel(POOL, List.of(caseResult("c0", Verdict.WA), caseResult("c0", Verdict.AC)))
                        .earned())
                .isEqualTo(Points.ZERO);
    }

    @Test
    void results_are_shown_in_the_order_of_the_assignment() {
        List<CaseResult> shuffled =
                List.of(caseResult("c2", Verdict.AC), caseResult("c0", Verdict.AC), caseResult("c1", Verdict.WA));

        assertThat(Scoring.kernel(POOL, shuffled).cases())
                .extracting(CaseResult::verdict)
                .containsExactly(Verdict.AC, Verdict.WA, Verdict.AC);
    }

    @Test
    void a_case_that_did_not_run_is_skipped_and_says_so() {
        CaseResult missing = Scoring.kernel(POOL, List.of()).cases().getFirst();

        assertThat(missing.verdict()).isEqualTo(Verdict.SK);
        assertThat(missing.message()).isEqualTo("This case did not run.");
        assertThat(missing.visibility()).isEqualTo(Visibility.HIDDEN);
    }

    @ParameterizedTest(name = "{0} cases of {1} points")
    @CsvSource({"3, 0.5", "7, 1", "9, 0.1", "6, 3.333333", "11, 0.000001"})
    void all_cases_together_are_worth_the_part_exactly(int count, String points) {
        KernelPart part = kernelPart("p", points, count);
        String verdicts = "AC ".repeat(count).strip();

        assertThat(Scoring.kernel(part, results(verdicts)).earned()).isEqualTo(part.points());
    }

    @Test
    void an_agreement_has_the_cases_of_the_parts_it_compares() {
        PartResult result = Scoring.agreement(ASSIGNMENT, AGREEMENT, results("AC AC"));

        assertThat(result.cases()).hasSize(3);
        assertThat(result.earned()).isEqualTo(Points.of("0.333333"));
    }

    @ParameterizedTest(name = "{0} at {1} times: {2}, {3}")
    @CsvSource({
        "AC AC, 1.5,    1, AC, Measured speed-up: 1.50; asked for is at least 1.5",
        "AC AC, 8,      1, AC, Measured speed-up: 8.00; asked for is at least 1.5",
        "AC AC, 1.4999, 0, TLE, Measured speed-up: 1.49; asked for is at least 1.5",
        "AC AC, NaN,    0, TLE, No speed-up was measured; asked for is at least 1.5",
        "AC AC, ,       0, TLE, No speed-up was measured; asked for is at least 1.5",
        "AC WA, 9,      0, WA, Measured speed-up: 9.00; asked for is at least 1.5",
        "AC,    9,      0, SK, Measured speed-up: 9.00; asked for is at least 1.5",
        "IE AC, 9,      0, IE, Measured speed-up: 9.00; asked for is at least 1.5",
    })
    void a_speedup_counts_only_if_everything_is_right(
            String verdicts, Double speedup, String earned, Verdict verdict, String note) {
        OptionalDouble measured = speedup == null ? OptionalDouble.empty() : OptionalDouble.of(speedup);
        PartResult result = Scoring.speedup(SPEEDUP, results(verdicts), measured, false);

        assertThat(result.earned()).isEqualTo(Points.of(earned));
        assertThat(result.verdict()).isEqualTo(verdict);
        assertThat(result.note()).isEqualTo(note);
    }

    @Test
    void where_nothing_ran_the_denominator_stays() {
        List<PartResult> parts = Scoring.nothingRan(ASSIGNMENT, Verdict.CE, "It did not compile.");

        assertThat(parts)
                .extracting(PartResult::maximum)
                .containsExactly(Points.of("0.5"), Points.of("1"), Points.of("0.5"), Points.of("1"));
        assertThat(parts).extracting(part -> part.cases().size()).containsExactly(3, 3, 3, 2);
        assertThat(parts).allSatisfy(part -> {
            assertThat(part.verdict()).isEqualTo(Verdict.CE);
            assertThat(part.earned()).isEqualTo(Points.ZERO);
            assertThat(part.cases())
                    .allSatisfy(result -> assertThat(result.message()).isEqualTo("It did not compile."));
        });
        assertThat(Scoring.verdict(parts)).isEqualTo(Verdict.CE);
    }

    @Test
    void a_part_without_a_result_never_shrinks_the_denominator() {
        List<PartResult> parts = List.of(Scoring.kernel(POOL, results("AC AC AC")));
        Score score = Scoring.score(ASSIGNMENT, parts, lateness("0"));

        assertThat(score.maximum()).isEqualTo(Points.of("3"));
        assertThat(score.raw()).isEqualTo(Points.of("0.5"));
        assertThat(score.total()).isEqualTo(Points.of("0.5"));
    }

    @Test
    void a_part_counts_once_and_a_foreign_part_never() {
        PartResult pool = Scoring.kernel(POOL, results("AC AC AC"));
        PartResult foreign = Scoring.kernel(kernelPart("other", "100", 1), results("AC"));

        assertThat(Scoring.raw(ASSIGNMENT, List.of(pool, pool, foreign))).isEqualTo(Points.of("0.5"));
    }

    @Test
    void lateness_is_kept_apart_from_what_was_earned() {
        List<PartResult> parts =
                List.of(Scoring.kernel(POOL, results("AC AC AC")), Scoring.kernel(CONV, results("AC AC AC")));
        Score score = Scoring.score(ASSIGNMENT, parts, lateness("0.225"));

        assertThat(score)
                .isEqualTo(new Score(Points.of("3"), Points.of("1.5"), Points.of("0.225"), Points.of("1.275")));
    }

    @ParameterizedTest(name = "parts {0}: {1}, final: {2}")
    @CsvSource({
        "AC AC, AC, true",
        "AC WA, WA, true",
        "TLE WA, TLE, true",
        "WA MLE, MLE, true",
        "WA IE, IE, false",
        "SK AC, SK, true",
        "'', SK, true",
    })
    void the_whole_has_the_foremost_verdict_of_its_parts(String verdicts, Verdict whole, boolean complete) {
        List<PartResult> parts = results(verdicts).stream()
                .map(result -> Scoring.kernel(kernelPart("p", "1", 1), List.of(caseResult("c0", result.verdict()))))
                .toList();

        assertThat(Scoring.verdict(parts)).isEqualTo(whole);
        assertThat(Scoring.complete(parts)).isEqualTo(complete);
    }

    private static List<CaseResult> results(String verdicts) {
        List<String> names = Arrays.stream(verdicts.split(" "))
                .filter(name -> !name.isEmpty())
                .toList();
        return IntStream.range(0, names.size())
                .mapToObj(i -> caseResult("c" + i, Verdict.valueOf(names.get(i))))
                .toList();
    }

    private static CaseResult caseResult(String id, Verdict verdict) {
        return new CaseResult(id, Visibility.HIDDEN, verdict, "", Optional.empty(), "", List.of(), "", RunUsage.NONE);
    }

    private static KernelPart kernelPart(String id, String points, int cases) {
        return new KernelPart(id, id, Points.of(points), Kernel.RELU, Optional.empty(), cases(cases));
    }

    private static List<CaseSpec> cases(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new CaseSpec("c" + i, Visibility.HIDDEN, List.of(), Tolerance.DEFAULT, List.of()))
                .toList();
    }

    private static Assignment assignment(Part... parts) {
        return new Assignment(
                "a",
                "A",
                1,
                ZoneOffset.UTC,
                Instant.EPOCH,
                new LatePolicy.None(),
                Limits.DEFAULT,
                Feedback.VERDICT,
                List.of(parts),
                "digest");
    }

    private static Lateness lateness(String penalty) {
        return new Lateness(Instant.EPOCH, Duration.ZERO, 0, Points.of(penalty), List.of());
    }
}
