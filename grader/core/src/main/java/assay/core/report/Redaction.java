package assay.core.report;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Feedback;
import assay.core.compare.TensorComparison;
import assay.core.compare.TensorComparison.ShapeMismatch;
import assay.core.compare.TensorComparison.Weighed;
import assay.core.domain.RunUsage;
import assay.core.domain.Verdict;
import assay.core.domain.Visibility;
import assay.core.result.CaseResult;
import assay.core.result.Grading;
import assay.core.result.PartResult;
import assay.core.score.Scoring;
import assay.core.score.VerdictOrder;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a student may see of a grading. Every student-facing file is made from what comes out here and from nothing
 * else, so that no writer can leak what it never had.
 *
 * <p>Of a hidden case nothing stays that could carry its input or golden: no id (it names what the case is about), no
 * value, no picture, no printed text, no exception, no time (a sleep is a message). What stays, by {@link Feedback}:
 *
 * <ul>
 *   <li>{@code COUNT}: nothing of the case; the part says how many passed. A part that fails by hidden cases alone
 *       reads {@code WA}, whatever they died of.
 *   <li>{@code VERDICT}: the verdict, and the misconception that the output equals: one of our own fixed sentences, which
 *       holds no number of the case and is what a student learns from.
 *   <li>{@code ERROR}: besides, error and tolerance to two digits, since an exact error can be climbed.
 * </ul>
 */
public final class Redaction {
    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);

    private Redaction() {}

    public static Grading forStudent(Grading grading, Feedback feedback) {
        requireNonNull(feedback, "feedback is null");
        List<PartResult> parts =
                grading.parts().stream().map(part -> part(part, feedback)).toList();
        // A reason for the whole, such as CE, stays.
        boolean ran = grading.problem().isEmpty() && !parts.isEmpty();
        return new Grading(
                grading.assignment(),
                grading.student(),
                grading.submittedAt(),
                ran ? Scoring.verdict(parts) : grading.verdict(),
                grading.verdict() == Verdict.IE && !grading.problem().isEmpty()
                        ? message(Verdict.IE)
                        : grading.problem(),
                grading.compiler(),
                parts,
                grading.score(),
                grading.lateness(),
                grading.notices(),
                grading.provenance(),
                grading.fingerprint());
    }

    private static PartResult part(PartResult part, Feedback feedback) {
        List<CaseResult> cases = new ArrayList<>();
        int hidden = 0;
        int passed = 0;
        for (CaseResult result : part.cases()) {
            if (result.visibility() == Visibility.PUBLIC) {
                cases.add(result.verdict() == Verdict.IE ? ours(result) : result);
                continue;
            }
            hidden++;
            passed += result.verdict() == Verdict.AC ? 1 : 0;
            if (feedback != Feedback.COUNT) {
                cases.add(hidden(result, hidden, feedback));
            }
        }
        boolean counted = hidden > 0 && feedback == Feedback.COUNT;
        String note = part.verdict() == Verdict.IE ? message(Verdict.IE) : part.note();
        return new PartResult(
                part.id(),
                part.title(),
                part.maximum(),
                part.earned(),
                counted ? countedVerdict(part, cases) : part.verdict(),
                counted ? countedNote(note, passed, hidden) : note,
                cases,
                part.curve());
    }

    private static Verdict countedVerdict(PartResult part, List<CaseResult> shown) {
        return switch (part.verdict()) {
            // Accepted, not begun, or our fault: that is no news of a case.
            case AC, CE, SK, IE, PV, PD -> part.verdict();
            case WA, RTE, TLE, MLE, OLE ->
                shown.stream().allMatch(result -> result.verdict() == Verdict.AC)
                        ? Verdict.WA
                        : VerdictOrder.foremost(shown.stream().map(CaseResult::verdict));
        };
    }

    private static String countedNote(String note, int passed, int hidden) {
        String count = passed + " of " + hidden + (hidden == 1 ? " hidden case" : " hidden cases") + " passed.";
        return note.isEmpty() ? count : note + " " + count;
    }

    private static CaseResult hidden(CaseResult result, int number, Feedback feedback) {
        return new CaseResult(
                "hidden-" + number,
                Visibility.HIDDEN,
                result.verdict(),
                message(result.verdict()),
                feedback == Feedback.ERROR ? result.comparison().flatMap(Redaction::errorAlone) : Optional.empty(),
                result.misconception(),
                List.of(),
                "",
                RunUsage.NONE);
    }

    /** What broke of ours is in the teacher's record; to a student it is noise, and it may name our machine. */
    private static CaseResult ours(CaseResult result) {
        return new CaseResult(
                result.id(),
                result.visibility(),
                result.verdict(),
                message(Verdict.IE),
                Optional.empty(),
                "",
                List.of(),
                "",
                RunUsage.NONE);
    }

    private static Optional<TensorComparison> errorAlone(TensorComparison comparison) {
        return switch (comparison) {
            case ShapeMismatch ignored -> Optional.empty();
            case Weighed weighed ->
                Optional.of(new Weighed(
                        weighed.matches(),
                        rounded(weighed.mse()),
                        rounded(weighed.allowed()),
                        Double.NaN,
                        Double.NaN,
                        0,
                        0,
                        Optional.empty(),
                        Optional.empty()));
        };
    }

    private static double rounded(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(TWO_DIGITS).doubleValue() : value;
    }

    private static String message(Verdict verdict) {
        return switch (verdict) {
            case AC -> "The output matches.";
            case WA -> "The output does not match.";
            case CE -> "The code did not compile.";
            case RTE -> "The code ended with an error.";
            case TLE -> "The code took longer than the limit.";
            case MLE -> "The code used more memory than the limit.";
            case OLE -> "More came out of the code than the limit.";
            case PV -> "The code did something that is not allowed here.";
            case SK -> "There was no output to compare: not implemented, or not run.";
            case PD -> "This is not graded yet.";
            case IE ->
                "Something of ours broke. It is not your fault and costs you nothing; your teacher has been told.";
        };
    }
}
