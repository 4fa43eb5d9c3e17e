package assay.core.assignment;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Visibility;
import assay.core.formula.Formula;
import java.math.BigDecimal;
import java.util.List;

/**
 * One answer that is asked for in {@code answers.yaml}.
 *
 * @param id its key there; letters, digits and {@code _}, so that a formula can name it
 * @param question what is asked, in a line
 * @param visibility whether the student may be told what would have been right
 * @param weight its share of the part's points, over the sum of all rows' weights
 * @param accepted what else earns points, and how much of them
 */
public record AnswerSpec(
        String id,
        String question,
        Visibility visibility,
        BigDecimal weight,
        Expected expected,
        Margin within,
        List<Alternative> accepted) {
    public AnswerSpec {
        requireNonNull(id, "id is null");
        requireNonNull(question, "question is null");
        requireNonNull(visibility, "visibility is null");
        requireNonNull(weight, "weight is null");
        requireNonNull(expected, "expected is null");
        requireNonNull(within, "within is null");
        accepted = List.copyOf(accepted);
    }

    /** What a student may see: the form of the answer, and what is right only where that is public. */
    AnswerSpec forStudents() {
        return visibility == Visibility.PUBLIC
                ? this
                : new AnswerSpec(
                        id, question, visibility, weight, new Unseen(expected.kind()), Margin.ROUNDING, List.of());
    }

    /** What is right. */
    public sealed interface Expected {
        AnswerValue.Kind kind();
    }

    /** A value of its own. */
    public record Fixed(AnswerValue value) implements Expected {
        public Fixed {
            requireNonNull(value, "value is null");
        }

        @Override
        public AnswerValue.Kind kind() {
            return value.kind();
        }
    }

    /**
     * What follows from earlier rows: an answer that follows from a student's own earlier answers is right as well.
     *
     * @param value what follows from the right ones
     */
    public record Following(Formula formula, AnswerValue value) implements Expected {
        public Following {
            requireNonNull(formula, "formula is null");
            requireNonNull(value, "value is null");
        }

        @Override
        public AnswerValue.Kind kind() {
            return value.kind();
        }
    }

    /** Not known here: only its form can be checked. */
    public record Unseen(AnswerValue.Kind kind) implements Expected {
        public Unseen {
            requireNonNull(kind, "kind is null");
        }
    }

    /**
     * Another answer that earns points.
     *
     * @param credit the share of the row's points, from 0 to 1: 0 only explains a well-known mistake
     * @param remark to the student; empty where there is nothing to say
     */
    public record Alternative(AnswerValue value, BigDecimal credit, String remark) {
        public Alternative {
            requireNonNull(value, "value is null");
            requireNonNull(credit, "credit is null");
            requireNonNull(remark, "remark is null");
        }
    }

    /**
     * How far a number may be off: the larger of the two.
     *
     * @param relative of the right number
     */
    public record Margin(double relative, double absolute) {
        /** What adding and dividing in another order changes. */
        public static final Margin ROUNDING = new Margin(1e-9, 1e-12);

        /** Whether that is close enough; false for what is no number. */
        public boolean holds(double expected, double actual) {
            return Math.abs(actual - expected) <= Math.max(absolute, relative * Math.abs(expected));
        }
    }
}
