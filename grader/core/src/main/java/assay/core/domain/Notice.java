package assay.core.domain;

import static java.util.Objects.requireNonNull;

/**
 * Something that a person should know about a submission and that changes no verdict: a file left out, a guessed time.
 *
 * @param text one sentence for the student and the teacher
 */
public record Notice(String text) {
    public Notice {
        requireNonNull(text, "text is null");
    }
}
