package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalConsentTest {
    private final StringWriter said = new StringWriter();

    @ParameterizedTest
    @CsvSource({"'',true", "y,true", "Yes,true", "' YES ',true", "n,false", "No,false", "what?,false"})
    void a_person_decides(String answer, boolean allowed) {
        assertThat(consent(Optional.of(_ -> Optional.of(answer)), false)).isEqualTo(allowed);
        assertThat(said.toString()).contains("Assay will start the engine:", "    dockerd");
    }

    @Test
    void where_the_input_has_ended_nothing_is_done() {
        assertThat(consent(Optional.of(_ -> Optional.empty()), false)).isFalse();
    }

    @Test
    void who_said_yes_before_is_not_asked() {
        assertThat(consent(Optional.of(_ -> Optional.of("n")), true)).isTrue();
        assertThat(said.toString()).contains("    dockerd");
    }

    @Test
    void without_a_person_it_goes_ahead_and_says_so() {
        assertThat(consent(Optional.empty(), false)).isTrue();
        assertThat(said.toString()).contains("Assay will start the engine:");
    }

    private boolean consent(Optional<Terminal> terminal, boolean yes) {
        Console console = new Console(new PrintWriter(new StringWriter()), new PrintWriter(said), terminal);
        return new TerminalConsent(console, yes).allows("start the engine", List.of("dockerd"));
    }
}
