package assay.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.assignment.Assignment;
import assay.core.assignment.Feedback;
import assay.core.domain.Verdict;
import assay.core.result.Grading;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GradesCsvTest {
    private static final String HEAD = "student,max_pool2d,max_pool2d verdict,avg_pool2d,avg_pool2d verdict,conv2d,"
            + "conv2d verdict,batch_norm2d,batch_norm2d verdict,sigmoid,sigmoid verdict,cross_entropy,"
            + "cross_entropy verdict,raw,days late,penalty,final,verdict\r\n";
    private final Assignment assignment = SampleAssignment.with(Feedback.VERDICT);

    @Test
    void holds_points_lateness_and_verdicts_to_the_byte() {
        Grading late = new GradingBuilder(assignment, "ben, \"the\" late")
                .with("conv2d", Cases.wrongShape("seed-shape"))
                .late(Duration.ofDays(2))
                .build();

        assertThat(csv(List.of(late, new GradingBuilder(assignment, "ada").build())))
                .isEqualTo(HEAD
                        + "ada,0.5,AC,0.5,AC,0.5,AC,0.5,AC,0.5,AC,0.5,AC,3,0,0,3,AC\r\n"
                        + "\"ben, \"\"the\"\""
                        + " late\",0.5,AC,0.5,AC,0.375,WA,0.5,AC,0.5,AC,0.5,AC,2.875,2,0.8625,2.0125,WA\r\n");
    }

    @Test
    void a_fault_of_ours_shows_no_points_that_could_be_taken_for_a_grade() {
        Grading broken = new GradingBuilder(assignment, "kim")
                .all("avg_pool2d", Verdict.IE, "the engine is gone")
                .build();

        assertThat(csv(List.of(broken))).isEqualTo(HEAD + "kim,0.5,AC,,IE,0.5,AC,0.5,AC,0.5,AC,0.5,AC,,0,,,IE\r\n");
    }

    @Test
    void a_class_of_nobody_has_a_head() {
        assertThat(csv(List.of())).isEqualTo(HEAD);
    }

    /** A name that a terminal would obey, or that reads as another's. */
    @ParameterizedTest
    @CsvSource({
        "'\u001b[2Jada', ⟨U+001B⟩[2Jada",
        "'\u202eada', ⟨U+202E⟩ada",
        "'a\u200bda', a⟨U+200B⟩da",
        "'\u0007=1', ⟨U+0007⟩=1",
        "'\u001b]8;;x', ⟨U+001B⟩]8;;x",
    })
    void nothing_in_a_cell_is_hidden(String student, String shown) {
        assertThat(csv(List.of(new GradingBuilder(assignment, student).build())))
                .startsWith(HEAD + shown + ",");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\nx", "＝1+1"})
    void a_cell_is_never_a_formula(String student) {
        String row =
                csv(List.of(new GradingBuilder(assignment, student).build())).substring(HEAD.length());

        assertThat(row).matches(text -> text.startsWith("'" + student) || text.startsWith("\"'" + student));
    }

    @Test
    void the_order_of_grading_does_not_matter() {
        List<Grading> gradings = new ArrayList<>(SampleGradings.of(assignment));
        byte[] before = GradesCsv.bytes(assignment, gradings);
        Collections.shuffle(gradings, new Random(7));

        assertThat(GradesCsv.bytes(assignment, gradings)).isEqualTo(before);
    }

    private String csv(List<Grading> gradings) {
        return new String(GradesCsv.bytes(assignment, gradings), StandardCharsets.UTF_8);
    }
}
