package assay.core.report;

import assay.core.domain.Points;
import assay.core.domain.Verdict;
import assay.core.late.Lateness;
import assay.core.report.text.DisplayWidth;
import assay.core.report.text.SafeText;
import assay.core.report.text.Words;
import assay.core.result.Grading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The grades of a class for a terminal: student, points, verdict, lateness; by student, a line each. */
public final class TerminalTable {
    private static final int STUDENT_CAP = 40;
    private static final String GAP = "  ";
    private static final String RESET = "\u001b[0m";

    private TerminalTable() {}

    /**
     * Lines that end with a line feed, the columns aligned as a terminal shows them.
     *
     * @param colour whether verdicts are coloured by ANSI escapes; without, the text holds no control but line feeds
     */
    public static String of(Collection<Grading> gradings, boolean colour) {
        List<Row> rows = new ArrayList<>();
        gradings.stream()
                .sorted(Comparator.comparing(Grading::student))
                .map(TerminalTable::row)
                .forEach(rows::add);
        int student = width(rows.stream().map(Row::student).toList(), "Student");
        int points = width(rows.stream().map(Row::points).toList(), "Points");
        int verdict = width(rows.stream().map(row -> words(row.verdict())).toList(), "Verdict");
        StringBuilder table = new StringBuilder();
        line(
                table,
                DisplayWidth.padRight("Student", student),
                DisplayWidth.padLeft("Points", points),
                DisplayWidth.padRight("Verdict", verdict),
                "Late");
        line(table, "─".repeat(student), "─".repeat(points), "─".repeat(verdict), "─".repeat("Late".length()));
        for (Row row : rows) {
            String padded = DisplayWidth.padRight(words(row.verdict()), verdict);
            line(
                    table,
                    DisplayWidth.padRight(row.student(), student),
                    DisplayWidth.padLeft(row.points(), points),
                    colour ? ansi(row.verdict()) + padded + RESET : padded,
                    row.late());
        }
        return table.toString();
    }

    private static void line(StringBuilder table, String... cells) {
        table.append(String.join(GAP, cells).stripTrailing()).append('\n');
    }

    private static Row row(Grading grading) {
        return new Row(
                SafeText.line(grading.student(), STUDENT_CAP),
                grading.graded()
                        ? grading.score().total() + " / " + grading.score().maximum() + soFar(grading)
                        : "not graded",
                grading.verdict(),
                late(grading));
    }

    private static String soFar(Grading grading) {
        return grading.pending().equals(Points.ZERO) ? "" : " so far";
    }

    private static String late(Grading grading) {
        Lateness lateness = grading.lateness();
        if (lateness.lateBy().isZero()) {
            return "";
        }
        boolean costly = grading.graded() && lateness.penalty().value().signum() != 0;
        return Words.duration(lateness.lateBy()) + (costly ? " (−" + lateness.penalty() + ")" : "");
    }

    private static int width(List<String> cells, String head) {
        return Math.max(
                DisplayWidth.of(head),
                cells.stream().mapToInt(DisplayWidth::of).max().orElse(0));
    }

    private static String words(Verdict verdict) {
        return verdict.name() + " " + verdict.words();
    }

    private static String ansi(Verdict verdict) {
        return switch (verdict) {
            case AC -> "\u001b[32m";
            case WA, CE, RTE, TLE, MLE, OLE, PV -> "\u001b[31m";
            case SK, PD -> "\u001b[2m";
            case IE -> "\u001b[35m";
        };
    }

    private record Row(String student, String points, Verdict verdict, String late) {}
}
