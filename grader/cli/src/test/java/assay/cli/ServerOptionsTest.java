package assay.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import assay.server.config.ConfigKey;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Every key of the service's configuration is a flag that says what the table says. */
class ServerOptionsTest {
    private final StringWriter said = new StringWriter();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(ConfigKey.class)
    void each_key_is_a_flag(ConfigKey key) {
        OptionSpec option =
                requireNonNull(requireNonNull(line(Map.of()).getSubcommands().get("serve"))
                        .getCommandSpec()
                        .findOption(key.flag()));

        String meaning = key.meaning().replaceFirst("\\.$", "");
        assertThat(option.description()[0]).startsWith(meaning).contains(key.standard());
    }

    @Test
    void what_is_set_and_unknown_refuses_to_start() {
        int exit = line(Map.of("ASSAY_SERVE_PROT", "1")).execute("serve", "--data", folder.toString(), "--port", "x");

        assertThat(exit).isEqualTo(ExitCode.USAGE);
        assertThat(said.toString()).contains("ASSAY_SERVE_PROT").contains("--port must be a whole number");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_worker_without_database_or_token_says_what_it_needs() {
        int exit = line(Map.of()).execute("worker");

        assertThat(exit).isEqualTo(ExitCode.USAGE);
        assertThat(said.toString()).contains("--database").contains("ASSAY_WORKER_DATABASE");
    }

    private CommandLine line(Map<String, String> environment) {
        PrintWriter out = new PrintWriter(said, true);
        return Main.commandLine(new Workbench(
                new Installation(folder, folder, folder),
                new Console(out, out, Optional.empty()),
                InstantSource.system(),
                environment));
    }
}
