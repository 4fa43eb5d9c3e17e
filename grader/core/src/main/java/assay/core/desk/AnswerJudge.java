package assay.core.desk;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.AnswerSpec;
import assay.core.assignment.AnswerSpec.Fixed;
import assay.core.assignment.AnswerSpec.Following;
import assay.core.assignment.AnswerSpec.Unseen;
import assay.core.assignment.AnswerValue;
import assay.core.assignment.Feedback;
import assay.core.assignment.Part.AnswersPart;
import assay.core.desk.AnswerSheet.Answer;
import assay.core.desk.Mark.Credit;
import assay.core.domain.Points;
import assay.core.domain.RunUsage;
import assay.core.domain.Verdict;
import assay.core.domain.Visibility;
import assay.core.formula.Formula;
import assay.core.result.CaseResult;
import assay.core.result.PartResult;
import assay.core.score.VerdictOrder;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Weighs a student's answers, row by row.
 *
 * <p>A row's id, verdict and the student's own answer are no secret, so a hidden row is shown as it is unless the
 * assignment only counts; what would have been right is said of public rows alone.
 */
final class AnswerJudge {
    private static final int LONGEST_SHOWN = 120;

    private final Feedback feedback;

    AnswerJudge(Feedback feedback) {
        this.feedback = requireNonNull(feedback, "feedback is null");
    }

    PartResult judge(AnswersPart part, AnswerSheet sheet) {
        List<CaseResult> rows = new ArrayList<>();
        BigDecimal earned = BigDecimal.ZERO;
        BigDecimal all = BigDecimal.ZERO;
        for (AnswerSpec row : part.rows()) {
            Credit credit = credit(part, row, sheet);
            rows.add(result(row, credit));
            earned = earned.add(row.weight().multiply(credit.share()));
            all = all.add(row.weight());
        }
        BigDecimal points = all.signum() == 0
                ? BigDecimal.ZERO
                : part.points().value().multiply(earned).divide(all, MathContext.DECIMAL64);
        return new PartResult(
                part.id(),
                part.title(),
                part.points(),
                new Points(points),
                VerdictOrder.foremost(rows.stream().map(CaseResult::verdict)),
                sheet.remark(part),
                rows);
    }

    private static Credit credit(AnswersPart part, AnswerSpec row, AnswerSheet sheet) {
        return switch (sheet.answer(part, row)) {
            case Answer.Missing(String why) -> Credit.none(Verdict.SK, why);
            case Answer.Unreadable(String why) -> Credit.none(Verdict.WA, why);
            case Answer.Spoilt(String why) -> Credit.none(Verdict.PV, why);
            case Answer.Given(AnswerValue answer) -> credit(part, row, answer, sheet);
        };
    }

    private static Credit credit(AnswersPart part, AnswerSpec row, AnswerValue answer, AnswerSheet sheet) {
        return switch (row.expected()) {
            case Unseen _ ->
                Credit.none(Verdict.PD, "Read as " + shown(answer) + "; grading says whether it is right.");
            case Fixed(AnswerValue right) -> Mark.direct(row, right, answer).orElseGet(() -> wrong(row, right, answer));
            case Following(Formula formula, AnswerValue right) ->
                Stream.concat(
                                Mark.direct(row, right, answer).stream(),
                                new FollowThrough(part, sheet).credit(row, formula, answer).stream())
                        .max(Comparator.comparing(Credit::share))
                        .orElseGet(() -> wrong(row, right, answer));
        };
    }

    private static Credit wrong(AnswerSpec row, AnswerValue right, AnswerValue answer) {
        return Credit.none(
                Verdict.WA,
                row.visibility() == Visibility.PUBLIC
                        ? "Your answer is %s, but %s is right.".formatted(shown(answer), shown(right))
                        : "Your answer is %s, which is not right.".formatted(shown(answer)));
    }

    private CaseResult result(AnswerSpec row, Credit credit) {
        boolean open = row.visibility() == Visibility.PUBLIC || feedback != Feedback.COUNT;
        return new CaseResult(
                row.id(),
                open ? Visibility.PUBLIC : Visibility.HIDDEN,
                credit.verdict(),
                credit.message(),
                Optional.empty(),
                "",
                List.of(),
                "",
                RunUsage.NONE);
    }

    static String shown(AnswerValue answer) {
        String text = answer.toString();
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }
}
