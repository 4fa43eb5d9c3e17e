package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class BenchCommandTest {
    @TempDir
    private Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource({
        "--submissions, 0, '--submissions must be at least 1, but is 0.'",
        "--plain, -3, '--plain must be at least 1, but is -3.'",
        "--maven, 0, '--maven must be at least 1, but is 0.'",
        "--ways, rocket, '--ways must be of floor, docker, oci, plain, maven, not rocket.'",
        "--jobs, 0, '--jobs must be at least 1, but is 0.'",
        "--submissions, many, 'Invalid value for option ''--submissions'''",
        "--json, '', 'Missing required parameter'",
    })
    void a_wrong_option_is_told_before_anything_runs(String option, String value, String told) {
        int exit = value.isEmpty() ? run("bench", option) : run("bench", option, value);
        assertThat(exit).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains(told);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void its_help_names_what_it_needs_and_what_it_takes_by_default() {
        assertThat(run("bench", "--help")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString())
                .contains("Needs Linux", "the docker command", "default: 100", "default: 20", "--ways", "--all");
    }

    @ParameterizedTest
    @CsvSource({
        "--images, 100, '--images must be 0 or at least 256, but is 100.'",
        "--rounds, 0, '--rounds must be at least 1, but is 0.'",
        "--ways, maven, '--ways must be of process, docker, oci.'",
        "--seeds, one, 'Invalid value for option ''--seeds'''",
    })
    void a_wrong_option_for_training_is_told_before_anything_runs(String option, String value, String told) {
        assertThat(run("bench", "training", option, value)).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains(told);
        assertThat(out.toString()).isEmpty();
    }

    private int run(String... arguments) {
        Console console = new Console(new PrintWriter(out, true), new PrintWriter(err, true), Optional.empty());
        Workbench bench = new Workbench(
                new Installation(home, home, home), console, () -> Instant.parse("2022-09-19T00:00:00Z"), Map.of());
        CommandLine line = Main.commandLine(bench);
        return line.execute(arguments);
    }
}
