package assay.core.manual;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.assignment.Assignment;
import assay.core.assignment.Part.AnswersPart;
import assay.core.assignment.Part.ManualPart;
import assay.core.desk.DeskExamples;
import assay.core.desk.DeskWork;
import assay.core.domain.Points;
import assay.core.domain.Provenance;
import assay.core.domain.Submission;
import assay.core.domain.Verdict;
import assay.core.late.LateRule;
import assay.core.late.Lateness;
import assay.core.manual.Marks.Key;
import assay.core.manual.Marks.Mark;
import assay.core.result.Grading;
import assay.core.result.PartResult;
import assay.core.score.Scoring;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MarkingTest {
    private static final String TEXT = "=cmd|' /C calc'!A0, \"quoted\"\nand a second line";

    @TempDir
    private Path scratch;

    private Assignment assignment;
    private MarksCsv csv;

    @BeforeEach
    void read() throws IOException {
        assignment = DeskExamples.assignment(scratch);
        csv = new MarksCsv(assignment);
    }

    @Test
    void nothing_changes_until_somebody_has_decided() {
        Grading grading = grading(TEXT, Duration.ZERO);

        assertThat(new Marking(assignment, Marks.NONE).apply(grading)).isEqualTo(grading);
        assertThat(grading.pending()).isEqualTo(Points.of("1"));
        assertThat(grading.verdict()).isEqualTo(Verdict.AC);
    }

    @Test
    void marks_enter_score_and_lateness() {
        Grading late = grading(TEXT, Duration.ofHours(30));
        Grading marked = new Marking(assignment, marks("0.4", "0.3")).apply(late);

        assertThat(late.score().total()).isEqualTo(Points.of("3.2"));
        assertThat(part(marked).earned()).isEqualTo(Points.of("0.7"));
        assertThat(part(marked).verdict()).isEqualTo(Verdict.WA);
        assertThat(marked.score().raw()).isEqualTo(Points.of("4.7"));
        assertThat(marked.score().total()).isEqualTo(Points.of("3.76"));
        assertThat(marked.lateness().lateBy()).isEqualTo(late.lateness().lateBy());
        assertThat(marked.pending()).isEqualTo(Points.ZERO);
        assertThat(marked.verdict()).isEqualTo(Verdict.WA);
    }

    @Test
    void half_decided_is_still_pending() {
        Grading marked = new Marking(assignment, new Marks(Map.of(key("what"), mark("0.4"))))
                .apply(grading(TEXT, Duration.ZERO));

        assertThat(part(marked).verdict()).isEqualTo(Verdict.PD);
        assertThat(marked.pending()).isEqualTo(Points.of("0.6"));
        assertThat(marked.score().raw()).isEqualTo(Points.of("4.4"));
        assertThat(marked.verdict()).isEqualTo(Verdict.AC);
    }

    @Test
    void twice_is_as_once_and_taking_a_mark_back_takes_it_back() {
        Grading before = grading(TEXT, Duration.ZERO);
        Marking marking = new Marking(assignment, marks("0.4", "0.6"));
        Grading once = marking.apply(before);

        assertThat(marking.apply(once)).isEqualTo(once);
        assertThat(new Marking(assignment, Marks.NONE).apply(once)).isEqualTo(before);
        assertThat(once.verdict()).isEqualTo(Verdict.AC);
    }

    @Test
    void a_mark_of_another_text_does_not_count() {
        Grading marked = new Marking(assignment, marks("0.4", "0.6")).apply(grading("A new text.", Duration.ZERO));

        assertThat(part(marked).verdict()).isEqualTo(Verdict.PD);
        assertThat(part(marked).earned()).isEqualTo(Points.ZERO);
        assertThat(part(marked).cases().getFirst().message()).startsWith("The text has changed since it was graded");
    }

    @Test
    void the_table_goes_out_and_comes_back() throws IOException {
        byte[] table = csv.write(List.of(grading(TEXT, Duration.ZERO)), marks("0.4", "0.3"));
        Path file = Files.write(scratch.resolve("marks.csv"), table);

        assertThat(new String(table, StandardCharsets.UTF_8))
                .startsWith("student,part,item,about,maximum,points,comment,version,text\r\n")
                .contains("ada,words,what,Says what.,0.4,0.4,well,v")
                .contains("\"'=cmd|"); // no formula for a spreadsheet
        assertThat(csv.read(file)).isEqualTo(new MarksCsv.Reading.Read(marks("0.4", "0.3")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ada,words,what,0.5     | points must be at most 0.4, but is 0.5.
            ada,words,what,many    | points must be a number such as 0.5, but is 'many'.
            ada,words,what,-1      | points must be a number such as 0.5, but is '-1'.
            ada,words,where,0.1    | the assignment has no rubric item 'where' in a part 'words'.
            ,words,what,0.1        | the student is missing.
            """)
    void a_wrong_row_is_told_and_nothing_is_taken(String row, String problem) throws IOException {
        Path file = Files.writeString(
                scratch.resolve("m.csv"), "student,part,item,points\nada,words,why,0.1\n" + row + "\n");

        assertThat(csv.read(file)).isEqualTo(new MarksCsv.Reading.Invalid(List.of("m.csv, line 3: " + problem)));
    }

    @Test
    void spreadsheets_that_write_commas_and_empty_cells_are_understood() throws IOException {
        Path file = Files.writeString(
                scratch.resolve("m.csv"), "student,part,item,points\nada,words,what,\"0,4\"\nada,words,why,\n");

        assertThat(csv.read(file))
                .isEqualTo(
                        new MarksCsv.Reading.Read(new Marks(Map.of(key("what"), new Mark(Points.of("0.4"), "", "")))));
    }

    private static Marks marks(String what, String why) {
        return new Marks(Map.of(key("what"), mark(what), key("why"), mark(why)));
    }

    private static Key key(String item) {
        return new Key("ada", "words", item);
    }

    private static Mark mark(String points) {
        return new Mark(Points.of(points), "well", MarksCsv.version(TEXT));
    }

    private static PartResult part(Grading grading) {
        return grading.parts().getLast();
    }

    private Grading grading(String text, Duration lateBy) {
        Submission submission = DeskExamples.submission(
                "sizes: { weights: 200, macs: 2000, shape: [2, 3], type: float32, shared: yes, table: [[1, 2], [3, 4.5]] }",
                text);
        DeskWork desk = new DeskWork(assignment, submission);
        List<PartResult> parts = List.of(
                desk.answers((AnswersPart) assignment.part("sizes")), desk.text((ManualPart) assignment.part("words")));
        Instant at = assignment.deadline().plus(lateBy);
        Lateness lateness = LateRule.judge(
                assignment.late(),
                assignment.deadline(),
                Optional.empty(),
                at,
                Scoring.raw(assignment, parts),
                assignment.points(),
                assignment.zone());
        return new Grading(
                assignment.id(),
                "ada",
                at,
                Scoring.verdict(parts),
                "",
                List.of(),
                parts,
                Scoring.score(assignment, parts, lateness),
                lateness,
                List.of(),
                new Provenance(Map.of()),
                "fingerprint");
    }
}
