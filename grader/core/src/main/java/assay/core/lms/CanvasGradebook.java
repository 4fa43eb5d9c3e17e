package assay.core.lms;

import assay.core.lms.SheetCells.Cell;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Canvas's gradebook (lib/gradebook_exporter.rb): who it is in the first columns, then a column for each assignment,
 * called "Title (id)". A column without a number that Canvas knows would make a new assignment, so that none is made.
 */
final class CanvasGradebook {
    private static final Pattern ASSIGNMENT = Pattern.compile("(.*) \\((\\d{1,19})\\)", Pattern.DOTALL);

    private CanvasGradebook() {}

    static boolean fits(SheetCells cells) {
        return id(cells.rows().getFirst()) > 0;
    }

    private static int id(List<Cell> header) {
        return header.stream().map(cell -> cell.text().strip()).toList().indexOf("ID");
    }

    static GradeSheet read(SheetCells cells, String wanted, String title) throws SheetProblem {
        List<List<Cell>> rows = cells.rows();
        List<Cell> header = rows.getFirst();
        int id = id(header);
        int grade = column(header, wanted, title);
        int identity = firstAssignment(header);
        List<SheetRow> people = new ArrayList<>();
        Optional<BigDecimal> maximum = Optional.empty();
        boolean comma = false;
        for (List<Cell> row : rows.subList(1, rows.size())) {
            if (row.size() <= grade) {
                continue;
            }
            comma |= row.get(grade).text().strip().matches("\\d+,\\d+");
            String number = row.get(id).text().strip();
            if (number.matches("\\d{1,19}")) {
                List<String> who =
                        row.subList(0, identity).stream().map(Cell::text).toList();
                people.add(new SheetRow(number, who, row.get(grade), Optional.empty()));
            } else if (number.isEmpty() && row.getFirst().text().startsWith("    ")) {
                maximum = GradeSheet.number(row.get(grade).text());
            }
        }
        return new GradeSheet(LmsSystem.CANVAS, cells, header.get(grade).text(), people, maximum, comma);
    }

    private static int firstAssignment(List<Cell> header) {
        for (int i = 0; i < header.size(); i++) {
            if (ASSIGNMENT.matcher(header.get(i).text()).matches()) {
                return i;
            }
        }
        return header.size();
    }

    private static int column(List<Cell> header, String wanted, String title) throws SheetProblem {
        List<Integer> all = new ArrayList<>();
        List<Integer> named = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            Matcher assignment = ASSIGNMENT.matcher(header.get(i).text());
            if (assignment.matches()) {
                all.add(i);
                if (isNamed(assignment, wanted.isEmpty() ? title : wanted)) {
                    named.add(i);
                }
            }
        }
        if (named.size() == 1) {
            return named.getFirst();
        }
        if (wanted.isEmpty() && all.size() == 1) {
            return all.getFirst();
        }
        throw new SheetProblem((wanted.isEmpty()
                        ? "which column takes the grades?"
                        : "there is no one column " + wanted)
                + " Name it with --grade-column, by its title or its number. The columns are: "
                + String.join(", ", all.stream().map(i -> header.get(i).text()).toList()));
    }

    private static boolean isNamed(Matcher assignment, String wanted) {
        String key = wanted.strip().toLowerCase(Locale.ROOT);
        return key.equals(assignment.group().strip().toLowerCase(Locale.ROOT))
                || key.equals(assignment.group(1).strip().toLowerCase(Locale.ROOT))
                || key.equals(assignment.group(2));
    }
}
