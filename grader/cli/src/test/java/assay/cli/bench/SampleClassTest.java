package assay.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.domain.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleClassTest {
    @TempDir
    private Path folder;

    private Path samples = Path.of("");

    @BeforeEach
    void write_samples() throws IOException {
        samples = Files.createDirectory(folder.resolve("samples"));
        sample("ada", "verdict: AC\ntotal: 3");
        sample("bob", "verdict: WA\nparts:\n  conv2d: { verdict: TLE, earned: 0 }");
        sample("eve", "verdict: RTE\nabout: it prints TLE");
        Files.createDirectory(samples.resolve("zoe"));
        Files.writeString(samples.resolve("submissions.csv"), """
                student,submitted_at,extension
                ada,2022-09-19T15:59:59.001Z,P2D
                bob,2022-09-19T20:11:45+08:00,
                eve,2022-09-19T20:11:45+08:00,2022-09-23T23:59:59+08:00
                zoe,2022-09-19T20:11:45+08:00,
                """);
    }

    @Test
    void samples_that_run_into_a_limit_or_hold_nothing_are_left_out() {
        SampleClass sample = SampleClass.in(samples, false);
        assertThat(sample.submissions()).extracting(Submission::student).containsExactly("ada", "eve");
        assertThat(sample.leftOut()).containsExactly("bob", "zoe");
    }

    @Test
    void all_are_taken_that_can_be_read() {
        SampleClass sample = SampleClass.in(samples, true);
        assertThat(sample.submissions()).extracting(Submission::student).containsExactly("ada", "bob", "eve");
        assertThat(sample.leftOut()).containsExactly("zoe");
    }

    @Test
    void they_are_repeated_under_names_of_their_own() {
        assertThat(SampleClass.in(samples, false).repeated(5))
                .extracting(Submission::student)
                .containsExactly("ada-0000", "eve-0001", "ada-0002", "eve-0003", "ada-0004");
    }

    @Test
    void a_class_that_was_written_is_read_as_it_was() {
        List<Submission> submissions = SampleClass.in(samples, false).repeated(3);
        SampleClass.write(submissions, folder.resolve("class"));
        SampleClass again = SampleClass.in(folder.resolve("class"), true);
        assertThat(again.submissions()).containsExactlyInAnyOrderElementsOf(submissions);
    }

    private void sample(String student, String expectation) throws IOException {
        Path home = Files.createDirectories(samples.resolve(student).resolve("src"));
        Files.writeString(home.resolve("Kernel.java"), "final class Kernel {}\n");
        Files.writeString(samples.resolve(student).resolve("expect.yaml"), expectation);
    }
}
