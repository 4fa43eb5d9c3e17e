package assay.core.lms;

import assay.core.lms.SheetCells.Cell;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Moodle's offline grading worksheet (mod/assign/gradingtable.php): the first column says "Participant 1234", the grade
 * stands left of its maximum, and all words are in the language of whoever downloaded it.
 */
final class MoodleWorksheet {
    private static final Pattern IDENTIFIER = Pattern.compile("(\\D*?)\\s*(\\d{1,18})");
    private static final Set<String> GRADE = Set.of(
            "grade",
            "bewertung",
            "note",
            "calificación",
            "nota",
            "avaliação",
            "valutazione",
            "beoordeling",
            "cijfer",
            "ocena",
            "betyg",
            "karakter",
            "arvosana",
            "hodnocení",
            "оценка",
            "оцінка",
            "notlar",
            "not",
            "成绩",
            "成績",
            "評点",
            "评分",
            "評定",
            "성적");
    private static final String SUBMITTED = "last modified (submission)";
    private static final List<DateTimeFormatter> TIMES = List.of(
            format("EEEE, d MMMM yyyy, h:mm a"), format("EEEE, d MMMM yyyy, h:mm:ss a"),
            format("EEEE, d MMMM yyyy, H:mm"), format("EEEE, d MMMM yyyy, H:mm:ss"));

    private MoodleWorksheet() {}

    static GradeSheet read(SheetCells cells, String wanted, ZoneId zone) throws SheetProblem {
        List<List<Cell>> rows = cells.rows();
        List<Cell> header = rows.getFirst();
        int grade = column(header, wanted);
        List<String> titles = header.stream().map(cell -> key(cell.text())).toList();
        int submitted = titles.indexOf(SUBMITTED);
        List<SheetRow> people = new ArrayList<>();
        for (List<Cell> row : rows.subList(1, rows.size())) {
            Matcher identifier = IDENTIFIER.matcher(row.getFirst().text().strip());
            if (row.size() <= grade || !identifier.matches()) {
                if (row.stream().anyMatch(cell -> !cell.text().isBlank())) {
                    throw new SheetProblem(
                            "a row begins with '" + row.getFirst().text()
                                    + "'; each row of Moodle's grading worksheet begins as in 'Participant 1234'");
                }
                continue;
            }
            List<String> identity = new ArrayList<>();
            row.subList(1, grade).forEach(cell -> identity.add(cell.text()));
            identity.add(identifier.group(1)); // under blind marking everybody's file is called by this word
            Optional<Instant> at = submitted < 0 || submitted >= row.size()
                    ? Optional.empty()
                    : time(row.get(submitted).text(), zone);
            people.add(new SheetRow(identifier.group(2), identity, row.get(grade), at));
        }
        return new GradeSheet(
                LmsSystem.MOODLE,
                cells,
                header.get(grade).text(),
                people,
                maximum(rows, grade + 1),
                rows.stream().skip(1).anyMatch(row -> hasComma(row, grade) || hasComma(row, grade + 1)));
    }

    private static int column(List<Cell> header, String wanted) throws SheetProblem {
        List<Integer> found = new ArrayList<>();
        for (int i = 1; i < header.size(); i++) {
            String title = key(header.get(i).text());
            if (wanted.isEmpty() ? GRADE.contains(title) : title.equals(key(wanted))) {
                found.add(i);
            }
        }
        if (found.size() == 1) {
            return found.getFirst();
        }
        String which = wanted.isEmpty() ? "the column of the grades was not found" : "there is no one column " + wanted;
        throw new SheetProblem(which + "; name it with --grade-column. The columns are: "
                + String.join(", ", header.stream().map(Cell::text).toList()));
    }

    /** One for all, or it is not known. */
    private static Optional<BigDecimal> maximum(List<List<Cell>> rows, int column) {
        List<Optional<BigDecimal>> values = rows.stream()
                .skip(1)
                .filter(row -> row.size() > column)
                .map(row -> GradeSheet.number(row.get(column).text()))
                .distinct()
                .toList();
        return values.size() == 1 ? values.getFirst() : Optional.empty();
    }

    private static boolean hasComma(List<Cell> row, int column) {
        return row.size() > column && row.get(column).text().strip().matches("\\d+,\\d+");
    }

    private static Optional<Instant> time(String text, ZoneId zone) {
        for (DateTimeFormatter format : TIMES) {
            try {
                return Optional.of(
                        LocalDateTime.parse(text.strip(), format).atZone(zone).toInstant());
            } catch (DateTimeException another) {
                continue; // in one of the other forms, or in another language
            }
        }
        return Optional.empty();
    }

    private static DateTimeFormatter format(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH);
    }

    private static String key(String title) {
        return title.strip().toLowerCase(Locale.ROOT);
    }
}
