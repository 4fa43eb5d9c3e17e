package assay.cli.bench;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * What the starter of an assignment is made of.
 *
 * @param template the project's folder
 * @param statement what is asked of the student
 */
public record StarterSources(Path template, Path statement) {
    public StarterSources {
        requireNonNull(template, "template is null");
        requireNonNull(statement, "statement is null");
    }
}
