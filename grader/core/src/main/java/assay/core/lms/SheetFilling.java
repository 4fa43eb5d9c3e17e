package assay.core.lms;

import assay.core.domain.Points;
import assay.core.lms.SheetCells.Cell;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts grades into a teacher's sheet: into one column, for those who handed something in, and changes nothing else.
 */
public final class SheetFilling {
    private static final int DECIMALS = 5; // as many as Moodle keeps
    private static final int SHOWN = 20;
    private static final Set<String> NOT_ASSIGNED = Set.of("EX", "N/A");

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * @param sheet the bytes of the teacher's sheet, with grades
         * @param rows whose grade stands in which row, as {@link MoodleFeedback} needs it
         * @param warnings what a person should look at: who was not found, whose grade was another before
         */
        @SuppressWarnings("ArrayRecordComponent") // carried, never compared
        record Filled(byte[] sheet, List<FilledRow> rows, List<String> warnings) implements Outcome {
            public Filled {
                rows = List.copyOf(rows);
                warnings = List.copyOf(warnings);
            }
        }

        record Refused(String problem) implements Outcome {}
    }

    /**
     * @param id the platform's number of the person
     * @param name as the sheet has it
     */
    public record FilledRow(LmsStudent student, String id, String name) {}

    private final GradeSheet sheet;
    private final Map<Cell, String> changes = new LinkedHashMap<>();
    private final List<FilledRow> filled = new ArrayList<>();
    private final List<String> replaced = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();

    private SheetFilling(GradeSheet sheet) {
        this.sheet = sheet;
    }

    /**
     * Fills a copy.
     *
     * @param maximum of the assignment
     * @param scaled whether points are turned into the sheet's where its maximum is another
     */
    public static Outcome fill(GradeSheet sheet, List<SheetGrade> grades, Points maximum, boolean scaled) {
        BigDecimal full = sheet.maximum().orElse(maximum.value());
        if (full.signum() <= 0 || maximum.value().signum() <= 0) {
            return new Outcome.Refused("The column '" + sheet.column() + "' gives no points.");
        }
        if (full.compareTo(maximum.value()) != 0 && !scaled) {
            return new Outcome.Refused("The column '" + sheet.column() + "' is of "
                    + full.stripTrailingZeros().toPlainString()
                    + " points, and the assignment of " + maximum
                    + ". Give --scale to turn one into the other, or change the maximum in "
                    + sheet.system().words() + ".");
        }
        return new SheetFilling(sheet).fill(grades, full, maximum.value());
    }

    private Outcome fill(List<SheetGrade> grades, BigDecimal full, BigDecimal maximum) {
        SheetMatching matching =
                SheetMatching.of(sheet, grades.stream().map(SheetGrade::student).toList());
        Set<SheetRow> matched = new HashSet<>();
        for (SheetGrade grade : grades) {
            for (SheetRow row : matching.rows().getOrDefault(grade.student(), List.of())) {
                matched.add(row);
                if (grade.total().isEmpty()) {
                    broken.add(row.shown());
                } else {
                    put(grade.student(), row, scaled(grade.total().get().value(), full, maximum));
                }
            }
        }
        List<String> without = sheet.rows().stream()
                .filter(row -> !matched.contains(row))
                .map(SheetRow::shown)
                .toList();
        return new Outcome.Filled(sheet.cells().with(changes), filled, warnings(matching, without));
    }

    private static BigDecimal scaled(BigDecimal points, BigDecimal full, BigDecimal maximum) {
        return full.compareTo(maximum) == 0
                ? points
                : points.multiply(full).divide(maximum, DECIMALS, RoundingMode.HALF_UP);
    }

    private void put(LmsStudent student, SheetRow row, BigDecimal points) {
        String before = row.grade().text().strip();
        if (NOT_ASSIGNED.contains(before)) {
            left.add(row.shown() + " (" + before + ")");
            return;
        }
        filled.add(new FilledRow(student, row.id(), row.shown()));
        boolean same =
                GradeSheet.number(before).map(old -> old.compareTo(points) == 0).orElse(false);
        if (same) {
            return;
        }
        String number = sheet.number(points);
        if (!before.isEmpty() && !before.equals("-")) {
            replaced.add(row.shown() + " (" + before + ", now " + number + ")");
        }
        changes.put(row.grade(), number);
    }

    private List<String> warnings(SheetMatching matching, List<String> without) {
        List<String> warnings = new ArrayList<>();
        matching.unmatched()
                .forEach((student, why) ->
                        warnings.add("Not in the sheet: " + student.student() + ", since " + why + "."));
        add(warnings, "In the sheet, but without a submission, and left as they were: ", without);
        add(warnings, "Left as they were, since it is not asked of them: ", left);
        add(warnings, "These had another grade in the sheet: ", replaced);
        add(warnings, "Left as they were, through a fault of ours: ", broken);
        return warnings;
    }

    private static void add(List<String> warnings, String what, List<String> who) {
        if (!who.isEmpty()) {
            String more = who.size() > SHOWN ? " and " + (who.size() - SHOWN) + " more" : "";
            warnings.add(what + String.join("; ", who.stream().limit(SHOWN).toList()) + more + ".");
        }
    }
}
