package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import assay.cli.TestBench.Said;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssignmentCheckCommandTest {
    @TempDir
    private Path folder;

    private TinyClass tiny;

    @BeforeEach
    void hand_in() {
        tiny = TinyClass.in(folder);
    }

    @Test
    void a_sound_assignment_can_be_published() {
        Said said = check(TinyClass.RIGHT, TinyClass.STARTER);

        assertThat(said.out()).isEqualTo("tiny can be published: 2 points in 1 parts, nothing to object to.\n");
        assertThat(said.exit()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void a_case_that_zeros_pass_is_refused() {
        tiny.reassign("[-1, 2, -3, 4]", "[-1, -2, -3, -4]"); // all that comes out is zeros

        Said said = check(TinyClass.RIGHT, TinyClass.STARTER);

        assertThat(said.exit()).isEqualTo(ExitCode.LOOK);
        assertThat(said.out())
                .contains("relu / shown: accepts zeros", "relu / shown: accepts the golden's mean")
                .doesNotContain("kept")
                .contains("tiny cannot be published: ");
    }

    @Test
    void a_solution_that_fails_and_a_starter_that_earns_are_refused() {
        Said said = check(TinyClass.ABSOLUTE, TinyClass.RIGHT);

        assertThat(said.exit()).isEqualTo(ExitCode.LOOK);
        assertThat(said.out())
                .contains("The solution fails relu, case shown: WA 2 of 4 values are off.")
                .contains("The solution fails relu, case kept: WA")
                .contains("The starter must compile and earn nothing, but it has verdict AC and earns 2 points.")
                .endsWith("tiny cannot be published: 3 problems.\n");
    }

    @Test
    void a_starter_without_sources_is_refused() {
        TinyClass.write(folder.resolve("empty/notes.txt"), "nothing yet");

        Said said = TestBench.run(
                "assignment",
                "check",
                tiny.assignment().toString(),
                "--solution",
                tiny.submission("ada").toString(),
                "--starter",
                folder.resolve("empty").toString());

        assertThat(said.exit()).isEqualTo(ExitCode.LOOK);
        assertThat(said.out()).contains("is not graded: ");
    }

    @Test
    void what_does_not_compile_is_told_with_its_place() {
        Said said = check(TinyClass.RIGHT.replace("Math.max", "Math.mux"), TinyClass.STARTER);

        assertThat(said.exit()).isEqualTo(ExitCode.LOOK);
        assertThat(said.out())
                .contains("is not graded: the compiler found")
                .containsPattern("\\n  \\S+\\.java:\\d+: ")
                .endsWith("tiny cannot be published: 1 problem.\n");
    }

    private Said check(String solution, String starter) {
        return TestBench.run(
                "assignment",
                "check",
                tiny.assignment().toString(),
                "--solution",
                tiny.solution("solution", solution).toString(),
                "--starter",
                tiny.solution("starter", starter).toString());
    }
}
