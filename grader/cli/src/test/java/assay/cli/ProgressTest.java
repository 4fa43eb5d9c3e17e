package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.pipeline.GradingEvent;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressTest {
    @Test
    void trouble_is_said_once_a_student_and_their_names_are_plain_text() {
        StringWriter said = new StringWriter();
        Console console = new Console(new PrintWriter(new StringWriter()), new PrintWriter(said), Optional.empty());
        try (Progress progress = Progress.of(2, console)) {
            progress.event(new GradingEvent.Retried("ada", "the engine is gone"));
            progress.event(new GradingEvent.Retried("ada", "the engine is gone"));
            progress.event(new GradingEvent.Retried("b\u001b[31mob", "the engine is gone"));
        }

        assertThat(said.toString().lines())
                .containsExactly(
                        "Trying again for ada: the engine is gone",
                        "Trying again for b⟨U+001B⟩[31mob: the engine is gone");
    }
}
