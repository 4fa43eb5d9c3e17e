package assay.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.assignment.Assignment;
import assay.core.assignment.Feedback;
import assay.core.domain.Verdict;
import assay.core.report.text.DisplayWidth;
import assay.core.result.Grading;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalTableTest {
    private final Assignment assignment = SampleAssignment.with(Feedback.VERDICT);

    @Test
    void shows_a_student_a_line() {
        String table = TerminalTable.of(
                List.of(
                        new GradingBuilder(assignment, "ben")
                                .with("conv2d", Cases.wrongShape("seed-shape"))
                                .late(Duration.ofDays(2))
                                .build(),
                        new GradingBuilder(assignment, "ada").build()),
                false);

        assertThat(table).isEqualTo("""
                        Student      Points  Verdict          Late
                        ───────  ──────────  ───────────────  ────
                        ada           3 / 3  AC accepted
                        ben      2.0125 / 3  WA wrong answer  2 days (−0.8625)
                        """);
    }

    @Test
    void where_something_of_ours_broke_there_are_no_points() {
        Grading kim = new GradingBuilder(assignment, "kim")
                .all("conv2d", Verdict.IE, "the engine is gone")
                .late(Duration.ofDays(2))
                .build();
        assertThat(TerminalTable.of(List.of(kim), false)).endsWith("kim      not graded  IE internal error  2 days\n");
    }

    @Test
    void columns_stand_under_each_other_whatever_the_script() {
        String table = TerminalTable.of(SampleGradings.of(assignment), false);

        int column = DisplayWidth.of(table.substring(0, table.indexOf("Verdict")));
        assertThat(table.lines().skip(2).filter(line -> line.contains(" / 3")))
                .hasSize(13)
                .allSatisfy(line -> {
                    int slash = line.lastIndexOf(" / 3  ");
                    assertThat(DisplayWidth.of(line.substring(0, slash + " / 3  ".length())))
                            .isEqualTo(column);
                });
    }

    @Test
    void no_escape_reaches_the_terminal_unless_asked_for() {
        List<Grading> hostile = List.of(new GradingBuilder(assignment, "\u001b[31mred\u0007\nsecond").build());

        assertThat(TerminalTable.of(hostile, false))
                .doesNotContain("\u001b", "\u0007")
                .hasLineCount(3);
        assertThat(TerminalTable.of(hostile, true)).contains("\u001b[32mAC accepted\u001b[0m");
    }

    @Test
    void nobody_is_a_head_alone() {
        assertThat(TerminalTable.of(List.of(), false))
                .startsWith("Student  Points  Verdict  Late\n")
                .hasLineCount(2);
    }
}
