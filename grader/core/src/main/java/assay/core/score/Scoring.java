package assay.core.score;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import assay.core.assignment.Assignment;
import assay.core.assignment.CaseSpec;
import assay.core.assignment.Part;
import assay.core.assignment.Part.AgreementPart;
import assay.core.assignment.Part.KernelPart;
import assay.core.assignment.Part.SpeedupPart;
import assay.core.assignment.Part.TrainingPart;
import assay.core.domain.Points;
import assay.core.domain.RunUsage;
import assay.core.domain.Score;
import assay.core.domain.Verdict;
import assay.core.late.Lateness;
import assay.core.result.CaseResult;
import assay.core.result.PartResult;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Cases to parts to points.
 *
 * <p>The denominator is the assignment's and never what happened to run: a case without a result is a case that did not
 * pass, and a result without a case counts for nothing. A part's points are split equally over its cases, exactly, so
 * that thirds add up to the whole.
 */
public final class Scoring {
    private static final String NOT_RUN = "This case did not run.";
    private static final String BY_PLAIN =
            "; your scalar form is slow, so that of a plain one of ours was measured instead";

    private Scoring() {}

    /** A kernel part, from the results of its cases in any order. */
    public static PartResult kernel(KernelPart part, List<CaseResult> results) {
        return split(part, part.cases(), results);
    }

    /**
     * A part in which two others must agree, from one result a case.
     *
     * @param assignment tells which cases there are
     */
    public static PartResult agreement(Assignment assignment, AgreementPart part, List<CaseResult> results) {
        return split(part, assignment.cases(part), results);
    }

    /**
     * A speed-up: all of the points or none.
     *
     * @param results one a case, accepted where both forms match the golden
     * @param speedup the measured ratio; empty if nothing was measured. Below the ratio asked for, the verdict is TLE:
     *     the answers are right, and the vector form took longer than it may
     * @param byPlain whether the scalar form was so slow that a plain one of ours counted
     */
    public static PartResult speedup(
            SpeedupPart part, List<CaseResult> results, OptionalDouble speedup, boolean byPlain) {
        List<CaseResult> all = complete(part.cases(), results);
        Verdict cases = VerdictOrder.foremost(all.stream().map(CaseResult::verdict));
        boolean fast = speedup.isPresent() && speedup.getAsDouble() >= part.atLeast(); // false for NaN
        Verdict verdict = cases == Verdict.AC && !fast ? Verdict.TLE : cases;
        Points earned = verdict == Verdict.AC ? part.points() : Points.ZERO;
        return result(part, earned, verdict, note(part, speedup, byPlain), all);
    }

    /**
     * Every part of an assignment, for a submission of which nothing ran: each case has that verdict, and the
     * denominator is what it always is.
     *
     * @param message to the student, why nothing ran
     */
    public static List<PartResult> nothingRan(Assignment assignment, Verdict verdict, String message) {
        return assignment.parts().stream()
                .map(part -> {
                    if (part instanceof TrainingPart training) {
                        return TrainingScore.unrun(training, verdict, message);
                    }
                    List<CaseResult> all = assignment.cases(part).stream()
                            .map(spec -> unrun(spec, verdict, message))
                            .toList();
                    return result(part, Points.ZERO, verdict, "", all);
                })
                .toList();
    }

    /** What was earned in the parts that the assignment has. */
    public static Points raw(Assignment assignment, List<PartResult> parts) {
        Map<String, PartResult> byId = firstById(parts, PartResult::id);
        return assignment.parts().stream()
                .map(part -> Optional.ofNullable(byId.get(part.id()))
                        .map(PartResult::earned)
                        .orElse(Points.ZERO))
                .reduce(Points.ZERO, Points::plus);
    }

    /** The points of the whole grading. */
    public static Score score(Assignment assignment, List<PartResult> parts, Lateness lateness) {
        Points raw = raw(assignment, parts);
        return new Score(assignment.points(), raw, lateness.penalty(), raw.minus(lateness.penalty()));
    }

    /** The verdict of the whole: the foremost of its parts' in the same order as that of a part among its cases. */
    public static Verdict verdict(List<PartResult> parts) {
        return complete(parts) ? VerdictOrder.foremost(parts.stream().map(PartResult::verdict)) : Verdict.IE;
    }

    /** Whether the grading is final: a fault of ours in it means that it is done again. */
    public static boolean complete(List<PartResult> parts) {
        return parts.stream()
                .noneMatch(part -> part.verdict() == Verdict.IE
                        || part.cases().stream().anyMatch(result -> result.verdict() == Verdict.IE));
    }

    private static PartResult split(Part part, List<CaseSpec> cases, List<CaseResult> results) {
        List<CaseResult> all = complete(cases, results);
        int accepted = (int)
                all.stream().filter(result -> result.verdict() == Verdict.AC).count();
        Points earned = all.isEmpty() ? Points.ZERO : part.points().fraction(accepted, all.size());
        Verdict verdict = VerdictOrder.foremost(all.stream().map(CaseResult::verdict));
        return result(part, earned, verdict, "", all);
    }

    /** Rounded down, so that 1.4999 never reads as the 1.5 that it is not. */
    private static String note(SpeedupPart part, OptionalDouble speedup, boolean byPlain) {
        String asked = "asked for is at least "
                + BigDecimal.valueOf(part.atLeast()).stripTrailingZeros().toPlainString();
        return speedup.isPresent() && Double.isFinite(speedup.getAsDouble())
                ? "Measured speed-up: "
                        + BigDecimal.valueOf(speedup.getAsDouble()).setScale(2, RoundingMode.DOWN) + "; " + asked
                        + (byPlain ? BY_PLAIN : "")
                : "No speed-up was measured; " + asked;
    }

    private static PartResult result(Part part, Points earned, Verdict verdict, String note, List<CaseResult> cases) {
        return new PartResult(part.id(), part.title(), part.points(), earned, verdict, note, cases);
    }

    /** One result for each case of the assignment, in its order. */
    private static List<CaseResult> complete(List<CaseSpec> cases, List<CaseResult> results) {
        Map<String, CaseResult> byId = firstById(results, CaseResult::id);
        return cases.stream()
                .map(spec -> Optional.ofNullable(byId.get(spec.id())).orElseGet(() -> unrun(spec, Verdict.SK, NOT_RUN)))
                .toList();
    }

    private static CaseResult unrun(CaseSpec spec, Verdict verdict, String message) {
        return new CaseResult(
                spec.id(), spec.visibility(), verdict, message, Optional.empty(), "", List.of(), "", RunUsage.NONE);
    }

    private static <T> Map<String, T> firstById(List<T> results, Function<T, String> id) {
        return results.stream().collect(toMap(id, identity(), (first, second) -> first));
    }
}
