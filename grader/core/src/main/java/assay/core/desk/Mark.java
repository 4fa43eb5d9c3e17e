package assay.core.desk;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.AnswerSpec;
import assay.core.assignment.AnswerSpec.Alternative;
import assay.core.assignment.AnswerSpec.Margin;
import assay.core.assignment.AnswerValue;
import assay.core.assignment.AnswerValue.Flag;
import assay.core.assignment.AnswerValue.OfNumbers;
import assay.core.assignment.AnswerValue.Word;
import assay.core.domain.Verdict;
import assay.core.formula.Numbers;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.IntStream;

/** Whether one answer is as good as another. */
final class Mark {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Mark() {}

    /**
     * What an answer earns.
     *
     * @param share of the row's points, from 0 to 1
     */
    record Credit(BigDecimal share, Verdict verdict, String message) {
        Credit {
            requireNonNull(share, "share is null");
            requireNonNull(verdict, "verdict is null");
            requireNonNull(message, "message is null");
        }

        static Credit none(Verdict verdict, String message) {
            return new Credit(BigDecimal.ZERO, verdict, message);
        }

        static Credit full(String message) {
            return new Credit(BigDecimal.ONE, Verdict.AC, message);
        }
    }

    /** What the right answer, or one that is accepted beside it, earns; empty if it is none of these. */
    static Optional<Credit> direct(AnswerSpec row, AnswerValue right, AnswerValue answer) {
        if (same(right, answer, row.within())) {
            return Optional.of(Credit.full(""));
        }
        return row.accepted().stream()
                .filter(other -> same(other.value(), answer, row.within()))
                .findFirst()
                .map(Mark::partly);
    }

    private static Credit partly(Alternative other) {
        if (other.credit().compareTo(BigDecimal.ONE) == 0) {
            return Credit.full(other.remark());
        }
        String share = other.credit().signum() == 0
                ? "Not right."
                : "Worth "
                        + other.credit().multiply(HUNDRED).stripTrailingZeros().toPlainString()
                        + " % of the row's points.";
        return new Credit(other.credit(), Verdict.WA, (share + " " + other.remark()).strip());
    }

    /** Numbers place by place, in the same shape; words whatever their case. */
    static boolean same(AnswerValue right, AnswerValue answer, Margin within) {
        return switch (right) {
            case OfNumbers(Numbers numbers) ->
                answer instanceof OfNumbers(Numbers others) && same(numbers, others, within);
            case Word word -> answer instanceof Word other && word.sameAs(other);
            case Flag flag -> flag.equals(answer);
        };
    }

    private static boolean same(Numbers right, Numbers answer, Margin within) {
        return right.shape().equals(answer.shape())
                && IntStream.range(0, right.values().size())
                        .allMatch(i -> within.holds(
                                right.values().get(i), answer.values().get(i)));
    }
}
