package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import assay.cli.TestBench.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a hurried person types, and what is wrong with it. */
class CommandLineTest {
    @TempDir
    private static Path folder;

    @BeforeAll
    static void hand_in() throws IOException {
        TinyClass.in(folder);
        Files.writeString(folder.resolve("file"), "not a folder");
        Files.createDirectory(folder.resolve("nobody"));
        Files.createDirectory(folder.resolve("unnamed"));
        TinyClass.write(folder.resolve("late.csv"), "student,extension\nada,soon\n");
        TinyClass.write(folder.resolve("bad/ada/Mine.java"), TinyClass.RIGHT);
        TinyClass.write(folder.resolve("bad/ben/Mine.java"), TinyClass.RIGHT);
        TinyClass.write(
                folder.resolve("bad/submissions.csv"),
                "student,submitted_at\nada,yesterday\nben,2026-01-31T12:00:00\n");
    }

    @ParameterizedTest(name = "assay {0}")
    @CsvSource(delimiter = '|', textBlock = """
                    ''                                               | Which command?
                    assignment                                       | Which command?
                    grad                                             | Did you mean: assay grade
                    grade                                            | Missing required parameters: 'ASSIGNMENT', 'SUBMISSIONS'
                    grade DIR/tiny DIR/submissions                   | Missing required option: '--out=DIR'
                    grade nosuch DIR/submissions --out DIR/o         | There is no assignment 'nosuch'. Known are: comp6721-a8-a9, comp6721-a8-a9-training, cs5242-hw4,
                    grade ../../etc DIR/submissions --out DIR/o      | There is no assignment
                    grade DIR/unnamed DIR/submissions --out DIR/o    | there is no such file
                    grade DIR/tiny DIR/nosuch --out DIR/o            | nosuch is not a folder
                    grade DIR/tiny DIR/file --out DIR/o              | file is not a folder
                    grade DIR/tiny DIR/nobody --out DIR/o            | holds no submissions
                    grade DIR/tiny DIR/submissions --out DIR/file    | file is a file; the results go into a folder
                    grade DIR/tiny DIR/submissions --out DIR/file/o  | nothing can be written into
                    grade DIR/tiny DIR/submissions --out DIR/submissions/o  | lies in the folder of submissions
                    grade DIR/tiny DIR/submissions --out DIR/submissions    | lies in the folder of submissions
                    grade DIR/tiny DIR/submissions --out DIR/o --jobs 0     | --jobs must be at least 1, but is 0
                    grade DIR/tiny DIR/submissions --out DIR/o --jobs many  | 'many' is not an int
                    grade DIR/tiny DIR/submissions --out DIR/o --only zoe --only ada --only bob | --only: there is no submission of bob, zoe
                    grade DIR/tiny DIR/submissions --out DIR/o --sandbox vm | but was 'vm'
                    grade DIR/tiny DIR/submissions --out DIR/o --extensions DIR/none.csv | none.csv cannot be read: it is not there
                    grade DIR/tiny DIR/submissions --out DIR/o --extensions DIR/late.csv | late.csv, line 2, column extension: 'soon' is not a time
                    check DIR/tiny DIR/nosuch                        | There is no file or folder
                    check nosuch DIR/submissions/ada                 | There is no assignment 'nosuch'
                    assignment check nosuch                          | There is no assignment 'nosuch'
                    assignment check DIR/tiny                        | There is no folder
                    assignment starter cs5242-hw4 --out DIR/none/s.zip      | --out: there is no folder
                    demo nosuch                                      | There is no assignment 'nosuch'
                    """)
    void a_wrong_command_is_told_what_is_wrong_with_it(String command, String message) {
        Said said = run(command);

        assertThat(said.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(said.err()).contains(message).doesNotContain("\tat ", "    at ");
        assertThat(said.out()).isEmpty();
        assertThat(folder.resolve("o")).doesNotExist();
    }

    @Test
    void all_that_is_wrong_with_a_list_is_said_at_once() {
        Said said = run("grade DIR/tiny DIR/bad --out DIR/o");

        assertThat(said.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(said.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("submissions.csv, line 2, column submitted_at: 'yesterday'"),
                        line -> assertThat(line)
                                .startsWith("submissions.csv, line 3")
                                .contains("zone"));
    }

    @Test
    void what_is_wrong_with_an_option_is_not_lost_above_a_page_of_options() {
        Said said = run("grade DIR/tiny DIR/submissions --out DIR/o --jobs many");

        assertThat(said.err().lines()).hasSize(2).last().isEqualTo("assay grade --help says more.");
    }

    @ParameterizedTest
    @CsvSource({"--help,Exit codes:", "grade --help,--only=ID", "--version,Assay", "generate-completion,complete -F"})
    void help_goes_to_standard_output(String command, String part) {
        Said said = run(command);

        assertThat(said.exit()).isEqualTo(ExitCode.DONE);
        assertThat(said.out()).contains(part);
        assertThat(said.err()).isEmpty();
    }

    private static Said run(String command) {
        String placed = command.replace("DIR", folder.toString());
        return TestBench.run(placed.isEmpty() ? new String[0] : placed.split(" +"));
    }
}
