package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import assay.cli.TestBench.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("slow")
class GradeCommandTest {
    private static final String UNCHANGED = " (unchanged)";

    @TempDir
    private Path folder;

    private TinyClass tiny;

    @BeforeEach
    void hand_in() {
        tiny = TinyClass.in(folder);
    }

    @Test
    void a_class_is_graded_once_and_then_taken_over() {
        Said first = tiny.grade();
        String grades = tiny.grades();

        assertThat(first.exit()).isEqualTo(ExitCode.DONE);
        assertThat(first.err()).doesNotContain(UNCHANGED, "\u001b").contains("3/3 ");
        assertThat(first.out())
                .containsPattern("ada +2 / 2 +AC")
                .containsPattern("ben +0 / 2 +WA")
                .containsPattern("cyd +0 / 2 +CE")
                .contains("Report: " + tiny.out().resolve("index.html"))
                .doesNotContain("\u001b");
        assertThat(grades.lines())
                .containsExactly(
                        "student,relu,relu verdict,raw,days late,penalty,final,verdict",
                        "ada,2,AC,2,0,0,2,AC",
                        "ben,0,WA,0,0,0,0,WA",
                        "cyd,0,CE,0,0,0,0,CE");

        assertThat(unchanged(tiny.grade())).containsExactly("ada", "ben", "cyd");
        assertThat(tiny.grades()).isEqualTo(grades);

        assertThat(unchanged(tiny.grade("--force", "--only", "ada"))).isEmpty();
        assertThat(tiny.grades()).isEqualTo(grades);
    }

    @Test
    void only_what_has_changed_is_graded_again() {
        tiny.grade();
        tiny.handIn("ben", TinyClass.RIGHT);

        assertThat(unchanged(tiny.grade())).containsExactly("ada", "cyd");
        assertThat(tiny.grades()).contains("ben,2,AC");

        tiny.reassign("points: 2", "points: 3");
        Said one = tiny.grade("--only", "ada");
        assertThat(unchanged(one)).isEmpty();
        assertThat(one.err()).contains("changed since these were graded, who are shown as they were: ben, cyd.");
        assertThat(tiny.grades()).contains("ada,3,AC").contains("ben,2,AC");

        assertThat(unchanged(tiny.grade())).containsExactly("ada");
        assertThat(tiny.grades()).contains("ada,3,AC").contains("ben,3,AC");
    }

    @Test
    void json_goes_to_standard_output_alone() {
        Said said = tiny.grade("--json", "--only", "ada", "--only", "ben");
        JsonNode root = JsonMapper.shared().readTree(said.out());

        assertThat(said.exit()).isEqualTo(ExitCode.DONE);
        assertThat(root.at("/grades/0/student").stringValue()).isEqualTo("ada");
        assertThat(root.at("/grades/0/total").intValue()).isEqualTo(2);
        assertThat(root.at("/grades/1/verdict").stringValue()).isEqualTo("WA");
        assertThat(Path.of(root.at("/grades/1/record").stringValue())).exists();
        assertThat(Path.of(root.get("index").stringValue())).exists();
    }

    @Test
    void a_warning_asks_for_a_look() {
        TinyClass.write(folder.resolve("extensions.csv"), "student,extension\nzoe,P2D\n");

        Said said = tiny.grade(
                "--only",
                "cyd",
                "--extensions",
                folder.resolve("extensions.csv").toString());

        assertThat(said.exit()).isEqualTo(ExitCode.LOOK);
        assertThat(said.err()).contains("line 2: there is no student 'zoe'");
    }

    @Test
    void two_runs_do_not_write_into_one_folder() {
        try (ResultFolder _ = ResultFolder.claim(tiny.out())) {
            Said said = tiny.grade();

            assertThat(said.exit()).isEqualTo(ExitCode.USAGE);
            assertThat(said.err()).contains("Another run is writing its results into");
        }
        assertThat(tiny.grade("--only", "cyd").exit()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void a_result_that_cannot_be_written_ends_the_run() throws Exception {
        Files.createDirectories(tiny.out());
        Files.writeString(tiny.out().resolve("full"), "in the way");

        Said said = tiny.grade("--jobs", "1");

        assertThat(said.exit()).isEqualTo(ExitCode.FAULT);
        assertThat(said.err()).contains("Tried to").contains("full").doesNotContain("2/3");
    }

    /** What the kernel refuses to read, to root as well. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void a_record_that_cannot_be_read_counts_as_none() throws Exception {
        tiny.grade();
        Path damaged = tiny.out().resolve("full/ben.json");
        Files.delete(damaged);
        Files.createSymbolicLink(damaged, Path.of("/proc/self/mem"));

        Said said = tiny.grade("--only", "ada");

        assertThat(said.exit()).isEqualTo(ExitCode.DONE);
        assertThat(said.err()).contains("Note: ben counts as not graded: Tried to read");
        assertThat(tiny.grades()).contains("ada,2,AC").contains("cyd,0,CE").doesNotContain("ben");

        assertThat(unchanged(tiny.grade())).containsExactly("ada", "cyd");
        assertThat(tiny.grades()).contains("ben,0,WA");
    }

    private static List<String> unchanged(Said said) {
        return said.err()
                .lines()
                .filter(line -> line.endsWith(UNCHANGED))
                .map(line -> line.split(" ")[1])
                .sorted()
                .toList();
    }
}
