package assay.cli;

import static java.util.Objects.requireNonNull;

import assay.core.report.text.SafeText;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a command speaks and listens.
 *
 * @param out for results
 * @param err for everything else
 * @param terminal the person, where there is one
 */
record Console(PrintWriter out, PrintWriter err, Optional<Terminal> terminal) {
    Console {
        requireNonNull(out, "out is null");
        requireNonNull(err, "err is null");
        requireNonNull(terminal, "terminal is null");
    }

    /** Whether colours and a moving bar make sense. */
    boolean interactive() {
        return terminal.isPresent();
    }

    /** Says it where it does not mix with results; whatever names are in it, the terminal obeys none. */
    void say(String text) {
        err.println(SafeText.visible(text));
    }

    /** Asks a person, who agrees by Enter or y; without a person, agrees. */
    boolean agrees(String question) {
        return terminal.map(person -> person.ask(question + " [Y/n] ")
                        .map(answer -> answer.strip().toLowerCase(Locale.ROOT))
                        .filter(answer -> answer.isEmpty() || answer.startsWith("y"))
                        .isPresent())
                .orElse(true);
    }
}
