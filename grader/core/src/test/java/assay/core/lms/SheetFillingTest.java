package assay.core.lms;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.domain.Points;
import assay.core.lms.Download.Sheets;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetFillingTest {
    private static final String MOODLE = "\uFEFFIdentifier,\"Full name\",\"Email"
            + " address\",Status,Group,Grade,\"Maximum grade\",\"Grade can be changed\",\"Last modified"
            + " (grade)\",\"Feedback comments\"\r\n"
            + "\"Participant 101\",\"Alice Tan\",a@x.edu,Submitted,\"Team 5\",,10.00,Yes,-,\"=HYPERLINK(1)\"\r\n"
            + "\"Participant 102\",\"O\"\"Neil, Bob\",b@x.edu,Submitted,\"Team 5\",\"3.00\",10.00,Yes,-,\"two\r\n"
            + "lines\"\r\n"
            + "\"Participant 103\",\"Carl Xu\",c@x.edu,None,\"Team 6\",,10.00,Yes,-,";
    private static final String CANVAS = """
        Student;ID;SIS Login ID;Section;Homework 3 (46);Homework 4 (47);Final Score
        ;;;;Manual Posting;;
            Points Possible;;;;5,0;10,0;(read only)
        Tan, Alice;1001;alice;T01;4,5;;90,1
        Xu, Carl;1003;carl;T01;;EX;
        Lim, Dora;1004;dora;T01;;7,5;
        Student, Test;9999;;T01;;;
        """;

    private static LmsStudent moodle(String name, String id) {
        return new LmsStudent(name + "_" + id, LmsSystem.MOODLE, id, name, List.of());
    }

    private static LmsStudent canvas(String name, String id) {
        return new LmsStudent(name + "_" + id, LmsSystem.CANVAS, id, name, List.of());
    }

    private static SheetGrade grade(LmsStudent student, String points) {
        return new SheetGrade(student, Optional.of(Points.of(points)));
    }

    private static SheetFilling.Outcome.Filled fill(GradeSheet sheet, SheetGrade... grades) {
        SheetFilling.Outcome outcome = SheetFilling.fill(sheet, List.of(grades), Points.of("10"), false);
        assertThat(outcome).isInstanceOf(SheetFilling.Outcome.Filled.class);
        return (SheetFilling.Outcome.Filled) outcome;
    }

    private static String text(SheetFilling.Outcome.Filled filled) {
        return new String(filled.sheet(), StandardCharsets.UTF_8);
    }

    @Test
    void moodles_worksheet_changes_in_its_grades_and_nowhere_else() {
        SheetFilling.Outcome.Filled filled = fill(
                Sheets.read(MOODLE),
                grade(moodle("Alice Tan", "101"), "8.5"),
                grade(moodle("O Neil, Bob", "102"), "10"));
        assertThat(text(filled))
                .isEqualTo(MOODLE.replace("\"Team 5\",,10.00", "\"Team 5\",8.5,10.00")
                        .replace("\"3.00\"", "\"10\""));
        assertThat(filled.warnings())
                .containsExactly(
                        "In the sheet, but without a submission, and left as they were: Carl Xu.",
                        "These had another grade in the sheet: O\"Neil, Bob (3.00, now 10).");
    }

    @Test
    void canvas_gradebook_keeps_its_separator_its_commas_and_its_read_only_cells() {
        SheetFilling.Outcome.Filled filled = fill(
                Sheets.read(CANVAS),
                grade(canvas("tanalice", "1001"), "8.25"),
                grade(canvas("xucarl", "1003"), "1"),
                grade(canvas("limdora", "1004"), "7.5"));
        assertThat(text(filled)).isEqualTo(CANVAS.replace("4,5;;90,1", "4,5;8,25;90,1"));
        assertThat(filled.warnings())
                .containsExactly(
                        "In the sheet, but without a submission, and left as they were: Student, Test.",
                        "Left as they were, since it is not asked of them: Xu, Carl (EX).");
    }

    @Test
    void a_decimal_comma_between_commas_is_quoted() {
        String german = "ID,Vollständiger Name,Bewertung,Bestwertung\nTeilnehmer/in 101,Alice Tan,,\"10,00\"\n"
                .replace("ID,", "Kennung,");
        assertThat(text(fill(Sheets.read(german), grade(moodle("Alice Tan", "101"), "8.5"))))
                .isEqualTo(german.replace("Tan,,", "Tan,\"8,5\","));
    }

    @Test
    void nothing_at_all_changes_where_no_grade_is_given() {
        for (String sheet : List.of(MOODLE, CANVAS)) {
            assertThat(text(fill(Sheets.read(sheet)))).isEqualTo(sheet);
        }
        byte[] windows =
                "Identifier,Full name,Grade\nParticipant 1,Jörg Müller,\n".getBytes(Charset.forName("windows-1252"));
        GradeSheet sheet =
                ((SheetReading.Read) GradeSheet.read(windows, "x", "", "", java.time.ZoneOffset.UTC)).sheet();
        assertThat(fill(sheet).sheet()).isEqualTo(windows);
        assertThat(new String(
                        fill(sheet, grade(moodle("Jörg Müller", "1"), "2")).sheet(), Charset.forName("windows-1252")))
                .endsWith("Jörg Müller,2\n");
    }

    /** A group's number may be a person's as well. */
    @Test
    void a_number_without_its_name_is_not_believed() {
        SheetFilling.Outcome.Filled filled = fill(Sheets.read(MOODLE), grade(moodle("Team 6", "101"), "9"));
        assertThat(text(filled)).isEqualTo(MOODLE.replace("\"Team 6\",,", "\"Team 6\",9,"));
        SheetFilling.Outcome.Filled wrong = fill(Sheets.read(MOODLE), grade(moodle("Zed", "101"), "9"));
        assertThat(text(wrong)).isEqualTo(MOODLE);
        assertThat(wrong.warnings())
                .first()
                .asString()
                .isEqualTo(
                        "Not in the sheet: Zed_101, since the sheet has this number under another name, 'Alice Tan'.");
    }

    @Test
    void a_group_gets_its_grade_for_each_of_its_people() {
        SheetFilling.Outcome.Filled filled = fill(Sheets.read(MOODLE), grade(moodle("Team 5", "55"), "9"));
        assertThat(filled.rows()).extracting(SheetFilling.FilledRow::id).containsExactly("101", "102");
    }

    @Test
    void two_submissions_for_one_row_fill_it_with_neither() {
        SheetFilling.Outcome.Filled filled =
                fill(Sheets.read(MOODLE), grade(moodle("Team 5", "55"), "9"), grade(moodle("Alice Tan", "101"), "1"));
        assertThat(text(filled)).isEqualTo(MOODLE);
        assertThat(filled.warnings())
                .filteredOn(one -> one.contains("another submission is of the same row"))
                .hasSize(2);
    }

    @Test
    void students_of_other_systems_are_found_by_number_or_address() {
        LmsStudent gradescope = new LmsStudent("A7", LmsSystem.GRADESCOPE, "A7", "Alice", List.of("A7", "A@x.edu"));
        SheetFilling.Outcome.Filled filled = fill(
                Sheets.read(MOODLE),
                grade(gradescope, "4"),
                grade(LmsStudent.plain("c@x.edu"), "5"),
                grade(LmsStudent.plain("Zoe"), "6"));
        assertThat(filled.rows()).extracting(SheetFilling.FilledRow::id).containsExactly("101", "103");
        assertThat(filled.warnings()).contains("Not in the sheet: Zoe, since the sheet has no such person.");
    }

    @Test
    void a_fault_of_ours_is_no_zero() {
        SheetFilling.Outcome.Filled filled =
                fill(Sheets.read(MOODLE), new SheetGrade(moodle("Alice Tan", "101"), Optional.empty()));
        assertThat(text(filled)).isEqualTo(MOODLE);
        assertThat(filled.warnings()).anySatisfy(one -> assertThat(one).contains("fault of ours: Alice Tan"));
    }

    @Test
    void points_of_another_maximum_are_turned_into_the_sheets_only_when_asked() {
        GradeSheet sheet = Sheets.read(MOODLE);
        List<SheetGrade> grades = List.of(grade(moodle("Alice Tan", "101"), "2"));
        assertThat(SheetFilling.fill(sheet, grades, Points.of("3"), false))
                .isEqualTo(
                        new SheetFilling.Outcome.Refused("The column 'Grade' is of 10 points, and the assignment of 3."
                                + " Give --scale to turn one into the other, or change the maximum in Moodle."));
        SheetFilling.Outcome.Filled filled =
                (SheetFilling.Outcome.Filled) SheetFilling.fill(sheet, grades, Points.of("3"), true);
        assertThat(text(filled)).contains("\"Team 5\",6.66667,10.00");
    }

    @ParameterizedTest
    @CsvSource({"46, 4.0", "Homework 3, 4.0", "Homework 3 (46), 4.0"})
    void a_column_of_canvas_is_found_by_title_or_number(String column, String ignored) {
        assertThat(Sheets.read(CANVAS, column).column()).isEqualTo("Homework 3 (46)");
        assertThat(Sheets.read(CANVAS).column()).isEqualTo("Homework 4 (47)");
        assertThat(Sheets.read(CANVAS, column).maximum().orElseThrow()).isEqualByComparingTo("5.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PK\u0003\u0004 | not a CSV file but a spreadsheet",
                " | is empty",
                "Student,ID,A (1),B (2) | which column takes the grades",
                "Identifier,Name,Points\nParticipant 1,A, | the column of the grades was not found",
                "Identifier,Grade\nAlice, | begins with 'Alice'",
                "Identifier,Grade\n\"Participant 1, | line 2: a quote is opened and never closed",
            })
    void what_cannot_be_filled_is_said_with_its_columns(String example) {
        String[] parts = example.split(" \\| ", -1);
        assertThat(Sheets.refused(parts[0].getBytes(StandardCharsets.UTF_8), ""))
                .startsWith("sheet.csv: ")
                .contains(parts[1]);
    }

    @Test
    void a_sheet_in_utf_16_is_refused() {
        assertThat(Sheets.refused("Identifier,Grade".getBytes(StandardCharsets.UTF_16), ""))
                .contains("UTF-16");
    }
}
