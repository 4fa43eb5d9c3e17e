package assay.server.http;

import assay.core.report.text.SpreadsheetCell;
import assay.server.store.Grade;
import java.util.List;
import java.util.stream.Collectors;

/** The grades for a spreadsheet: RFC 4180, and no cell that a spreadsheet takes for a formula. */
final class GradeTable {

    private GradeTable() {}

    static String csv(List<Grade> grades) {
        return "student,points,maximum,verdict,days late,overridden by\r\n"
                + grades.stream().map(GradeTable::row).collect(Collectors.joining());
    }

    private static String row(Grade grade) {
        return String.join(
                        ",",
                        cell(grade.person()),
                        grade.points().map(Object::toString).orElse(""),
                        grade.maximum().toString(),
                        grade.verdict().map(Enum::name).orElse(""),
                        Long.toString(grade.daysLate()),
                        cell(grade.overriddenBy().orElse("")))
                + "\r\n";
    }

    private static String cell(String text) {
        String neutral = SpreadsheetCell.visible(text);
        return neutral.matches("[^\",\r\n]*") ? neutral : '"' + neutral.replace("\"", "\"\"") + '"';
    }
}
