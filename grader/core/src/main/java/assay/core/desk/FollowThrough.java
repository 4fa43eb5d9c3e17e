package assay.core.desk;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.AnswerSpec;
import assay.core.assignment.AnswerValue;
import assay.core.assignment.AnswerValue.OfNumbers;
import assay.core.assignment.Part.AnswersPart;
import assay.core.desk.AnswerSheet.Answer;
import assay.core.desk.Mark.Credit;
import assay.core.formula.Formula;
import assay.core.formula.Numbers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An answer that is right given the student's own earlier ones: who goes wrong once loses those points once. Zeros that
 * follow from zeros, and ones from ones, show no calculation and earn nothing: a sheet of them would be right throughout.
 */
final class FollowThrough {
    private static final Set<Set<Double>> EMPTY = Set.of(Set.of(0.0), Set.of(1.0));

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
        Set<Double> used = new HashSet<>();
        rows.forEach(name -> used.addAll(
                Optional.ofNullable(own.get(name)).map(Numbers::values).orElse(List.of())));
        Map<String, Numbers> names = new HashMap<>(part.given());
        names.putAll(own);
        return formula.value(names)
                .filter(value -> Mark.same(new OfNumbers(value), answer, row.within()))
                .filter(value -> !used.equals(Set.copyOf(value.values())) || !EMPTY.contains(used))
                .map(_ -> Credit.full("Right, given your own answer to " + String.join(", ", rows) + "."));
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
