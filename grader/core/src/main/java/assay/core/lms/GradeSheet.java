package assay.core.lms;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The teacher's own sheet, in which one column takes the grades: Moodle's grading worksheet or Canvas's gradebook.
 * Immutable.
 */
public final class GradeSheet {
    private final LmsSystem system;
    private final SheetCells cells;
    private final String column;
    private final List<SheetRow> rows;
    private final Optional<BigDecimal> maximum;
    private final boolean decimalComma;

    /**
     * @param column what stands above the grades
     * @param maximum what the platform takes for full marks, where the sheet says it
     */
    GradeSheet(
            LmsSystem system,
            SheetCells cells,
            String column,
            List<SheetRow> rows,
            Optional<BigDecimal> maximum,
            boolean decimalComma) {
        this.system = requireNonNull(system, "system is null");
        this.cells = requireNonNull(cells, "cells is null");
        this.column = requireNonNull(column, "column is null");
        this.rows = List.copyOf(rows);
        this.maximum = requireNonNull(maximum, "maximum is null");
        this.decimalComma = decimalComma;
    }

    /**
     * Reads a sheet of either system, told by its columns.
     *
     * @param name of the file, for messages
     * @param column what stands above the grades; found out where it is empty
     * @param title of the assignment, by which a column of Canvas's is found
     * @param zone in which the sheet's times are
     */
    public static SheetReading read(byte[] bytes, String name, String column, String title, ZoneId zone) {
        try {
            SheetCells cells = SheetCells.parse(bytes);
            GradeSheet sheet = CanvasGradebook.fits(cells)
                    ? CanvasGradebook.read(cells, column, title)
                    : MoodleWorksheet.read(cells, column, zone);
            return new SheetReading.Read(sheet);
        } catch (SheetProblem problem) {
            return new SheetReading.Invalid(name + ": " + problem.problem() + ".");
        }
    }

    public LmsSystem system() {
        return system;
    }

    /** What stands above the grades. */
    public String column() {
        return column;
    }

    public Optional<BigDecimal> maximum() {
        return maximum;
    }

    SheetCells cells() {
        return cells;
    }

    List<SheetRow> rows() {
        return rows;
    }

    /** Whether there is somebody of that number and name. */
    boolean knows(String id, String name) {
        return rows.stream().anyMatch(row -> row.id().equals(id) && row.isNamed(name));
    }

    Optional<Instant> submittedAt(String id, String name) {
        return rows.stream()
                .filter(row -> row.id().equals(id) && row.isNamed(name))
                .findFirst()
                .flatMap(SheetRow::submittedAt);
    }

    /** As the sheet writes numbers. */
    String number(BigDecimal value) {
        String plain = value.stripTrailingZeros().toPlainString();
        return decimalComma ? plain.replace('.', ',') : plain;
    }

    /** Empty for a cell that holds no number. */
    static Optional<BigDecimal> number(String cell) {
        String text = cell.strip().replace(',', '.');
        return text.matches("-?\\d{1,12}(\\.\\d{1,12})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
