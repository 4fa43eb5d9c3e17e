package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.domain.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The README says what the program does. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..", "..");

    private final String readme = read();

    @Test
    void the_help_is_that_of_the_program() {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        Workbench bench = new Workbench(
                new Installation(ROOT, ROOT, ROOT),
                new Console(nowhere, nowhere, Optional.empty()),
                InstantSource.system(),
                Map.of());

        assertThat(readme)
                .contains("```\n" + Main.commandLine(bench).getUsageMessage().strip() + "\n```");
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void every_verdict_is_explained(Verdict verdict) {
        assertThat(readme).contains("| `" + verdict + "` | " + verdict.words() + " |");
    }

    private static String read() {
        try {
            return Files.readString(ROOT.resolve("README.md"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
