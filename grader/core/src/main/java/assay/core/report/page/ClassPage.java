package assay.core.report.page;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * All that stands on the page of a class, for its teachers.
 *
 * @param numbers the class in figures
 * @param misconceptions how many students' outputs equal a known wrong variant, most frequent first
 * @param columns the parts, as heads of the table
 */
public record ClassPage(
        String title,
        String subtitle,
        List<Fact> numbers,
        Histogram histogram,
        List<PartRate> parts,
        List<Rate> misconceptions,
        List<String> warnings,
        List<Remark> remarks,
        List<String> columns,
        String maximum,
        List<Row> rows,
        List<Fact> provenance) {
    public ClassPage {
        requireNonNull(title, "title is null");
        requireNonNull(subtitle, "subtitle is null");
        requireNonNull(histogram, "histogram is null");
        requireNonNull(maximum, "maximum is null");
        numbers = List.copyOf(numbers);
        parts = List.copyOf(parts);
        misconceptions = List.copyOf(misconceptions);
        warnings = List.copyOf(warnings);
        remarks = List.copyOf(remarks);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        provenance = List.copyOf(provenance);
    }

    /**
     * How a part went.
     *
     * @param rate full acceptance of the part
     * @param mean points on average, of the maximum
     */
    public record PartRate(Rate rate, String mean, List<Rate> cases) {
        public PartRate {
            requireNonNull(rate, "rate is null");
            requireNonNull(mean, "mean is null");
            cases = List.copyOf(cases);
        }
    }

    /** Something about one student that a teacher should look at. */
    public record Remark(String student, String link, String text) {
        public Remark {
            requireNonNull(student, "student is null");
            requireNonNull(link, "link is null");
            requireNonNull(text, "text is null");
        }
    }

    /**
     * One student.
     *
     * @param link to the student's page
     * @param record to the full record, for teachers
     * @param late empty if in time
     * @param penalty empty if none
     */
    public record Row(
            String student,
            String link,
            String record,
            List<Cell> cells,
            String raw,
            String late,
            String penalty,
            String total,
            Badge badge) {
        public Row {
            requireNonNull(student, "student is null");
            requireNonNull(link, "link is null");
            requireNonNull(record, "record is null");
            requireNonNull(raw, "raw is null");
            requireNonNull(late, "late is null");
            requireNonNull(penalty, "penalty is null");
            requireNonNull(total, "total is null");
            requireNonNull(badge, "badge is null");
            cells = List.copyOf(cells);
        }
    }

    /** A student's points in one part. */
    public record Cell(String part, String points, Badge badge) {
        public Cell {
            requireNonNull(part, "part is null");
            requireNonNull(points, "points is null");
            requireNonNull(badge, "badge is null");
        }
    }
}
