package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gradescope's run_autograder, with a program in Assay's place that notes how it was called. */
@DisabledOnOs(OS.WINDOWS)
class GradescopeHarnessTest {
    private static final Path SCRIPT = TestBench.ROOT.resolve("docker/gradescope/run_autograder");

    @TempDir
    private Path root;

    @BeforeEach
    void a_submission() {
        TinyClass.write(root.resolve("source/assignment"), "cs5242-hw4\n");
        TinyClass.write(root.resolve("submission/Conv.java"), "class Conv {}");
        TinyClass.write(
                root.resolve("submission_metadata.json"),
                "{\"id\": 7, \"created_at\": \"2022-09-19T15:00:00.365935-07:00\", \"assignment\": {\"title\":"
                        + " \"HW\"}}");
    }

    private int run(String program) throws IOException, InterruptedException {
        Path assay = root.resolve("fake-assay");
        Files.writeString(assay, "#!/bin/sh\nset -e\n" + program);
        Files.setPosixFilePermissions(assay, PosixFilePermissions.fromString("rwx------"));
        ProcessBuilder builder = new ProcessBuilder("bash", SCRIPT.toString()).redirectErrorStream(true);
        builder.redirectOutput(root.resolve("stdout").toFile());
        builder.environment().put("AUTOGRADER", root.toString());
        builder.environment().put("ASSAY", assay.toString());
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void the_submission_goes_in_with_its_time_and_the_result_comes_out(int exit) throws Exception {
        int code = run("""
            echo "$@" >%1$s/called
            cat "$3/submissions.csv" "$3/submission/Conv.java" >>%1$s/called
            mkdir -p "$5/gradescope"
            echo '{"score": 3}' >"$5/gradescope/submission.json"
            exit %2$d
            """.formatted(root, exit));
        assertThat(code).isZero();
        assertThat(root.resolve("results/results.json")).hasContent("{\"score\": 3}");
        assertThat(Files.readString(root.resolve("called")))
                .startsWith("grade cs5242-hw4 ")
                .contains("--sandbox process")
                .endsWith("student,submitted_at\nsubmission,2022-09-19T15:00:00.365935-07:00\nclass Conv {}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit 3", "exit 0"})
    void where_assay_gives_no_result_there_is_none_and_no_zero(String program) throws Exception {
        TinyClass.write(root.resolve("results/results.json"), "{\"score\": 0}");
        assertThat(run(program)).isEqualTo(1);
        assertThat(root.resolve("results/results.json")).doesNotExist();
        assertThat(root.resolve("stdout")).content().contains("no fault of the submission's");
    }

    @Test
    void a_link_in_a_submission_is_copied_as_a_link() throws Exception {
        Files.createSymbolicLink(root.resolve("submission/Goldens.java"), root.resolve("source/assignment"));
        run("test -L \"$3/submission/Goldens.java\" && touch " + root.resolve("kept"));
        assertThat(root.resolve("kept")).exists();
    }
}
