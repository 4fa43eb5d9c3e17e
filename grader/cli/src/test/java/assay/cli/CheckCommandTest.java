package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import assay.cli.TestBench.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    @TempDir
    private Path folder;

    private TinyClass tiny;

    @BeforeEach
    void hand_in() {
        tiny = TinyClass.in(folder);
    }

    @Test
    void what_is_right_is_accepted_with_its_error() {
        Said said = check("ada");

        assertThat(said.exit()).isEqualTo(ExitCode.DONE);
        assertThat(said.out())
                .contains("Rectified linear unit\n")
                .containsPattern("  AC   shown  \\([0-9.]+ m?s, mse 0, allowed [0-9.]+e-[0-9]+\\)\n")
                .contains("1 of 1 public cases accepted.")
                .doesNotContain("kept", "\u001b");
    }

    @Test
    void what_is_wrong_is_shown_with_its_place_and_its_misconception() {
        Said said = check("ben");

        assertThat(said.exit()).isEqualTo(ExitCode.LOOK);
        assertThat(said.out())
                .contains("  WA   shown  (")
                .contains("2 of 4 values are off. The first is at [0, 0]: expected 0.0, got 1.0.")
                .contains("Negative numbers became positive; they become 0.")
                .contains("0 of 1 public cases accepted.");
    }

    @Test
    void what_does_not_compile_is_shown_with_its_line() {
        Said said = check("cyd");

        assertThat(said.exit()).isEqualTo(ExitCode.LOOK);
        assertThat(said.out())
                .contains("CE   the compiler found 1 error")
                .contains("Mine.java:2: error: incompatible types")
                .contains("        int size = \"three\";\n");
    }

    @Test
    void an_empty_folder_is_not_our_fault() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        Said said = TestBench.run("check", tiny.assignment().toString(), empty.toString());

        assertThat(said.exit()).isEqualTo(ExitCode.LOOK);
        assertThat(said.out()).contains("The submission is empty.");
    }

    private Said check(String student) {
        return TestBench.run(
                "check", tiny.assignment().toString(), tiny.submission(student).toString());
    }
}
