package assay.core.desk;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.AnswerSpec;
import assay.core.assignment.AnswerSpec.Margin;
import assay.core.assignment.AnswerValue;
import assay.core.assignment.AnswerValue.OfNumbers;
import assay.core.assignment.Part.AnswersPart;
import assay.core.desk.AnswerSheet.Answer;
import assay.core.desk.Mark.Credit;
import assay.core.formula.Formula;
import assay.core.formula.Numbers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An answer that is right given the student's own earlier ones: who goes wrong once loses those points once. Zeros that
 * follow from zeros, and ones from ones, show no calculation and earn nothing: a sheet of them would be right throughout,
 * and so would one of numbers that the margin of a row cannot tell from them.
 */
final class FollowThrough {
    /** A product of numbers that are off by a margin is off by more. */
    private static final int TIMES_THE_MARGIN = 2;

    private static final double ROUNDING = 1e-12;

    private final AnswersPart part;
    private final AnswerSheet sheet;

    FollowThrough(AnswersPart part, AnswerSheet sheet) {
        this.part = requireNonNull(part, "part is null");
        this.sheet = requireNonNull(sheet, "sheet is null");
    }

    Optional<Credit> credit(AnswerSpec row, Formula formula, AnswerValue answer) {
        Map<String, Numbers> own = own();
        List<String> rows = formula.names().stream()
                .filter(name -> !part.given().containsKey(name))
                .toList();
        List<Numbers> used = rows.stream()
                .flatMap(name -> Optional.ofNullable(own.get(name)).stream())
                .toList();
        Map<String, Numbers> names = new HashMap<>(part.given());
        names.putAll(own);
        return formula.value(names)
                .filter(value -> Mark.same(new OfNumbers(value), answer, row.within()))
                .filter(value -> !showsNothing(used, value, row.within()))
                .map(_ -> Credit.full("Right, given your own answer to " + String.join(", ", rows) + "."));
    }

    /** One row of zeros is enough to make a product of nothing. */
    private static boolean showsNothing(List<Numbers> used, Numbers value, Margin within) {
        boolean zeros = are(value, 0, within) && used.stream().anyMatch(row -> are(row, 0, within));
        return zeros || Stream.concat(used.stream(), Stream.of(value)).allMatch(row -> are(row, 1, within));
    }

    private static boolean are(Numbers numbers, double constant, Margin within) {
        double most = TIMES_THE_MARGIN * Math.max(ROUNDING, Math.max(within.absolute(), within.relative() * constant));
        return numbers.values().stream().allMatch(number -> Math.abs(number - constant) <= most);
    }

    /** The numbers that the student gave. */
    private Map<String, Numbers> own() {
        Map<String, Numbers> own = new HashMap<>();
        for (AnswerSpec row : part.rows()) {
            if (sheet.answer(part, row) instanceof Answer.Given(OfNumbers(Numbers numbers))) {
                own.put(row.id(), numbers);
            }
        }
        return own;
    }
}
