package assay.core.port;

import static java.util.Objects.requireNonNull;

/**
 * One message of the compiler.
 *
 * @param path of the source file, empty where there is none
 * @param line from 1; 0 where there is none
 * @param column from 1; 0 where there is none
 * @param sourceLine the line of source, capped; empty where there is none
 */
public record Diagnostic(Severity severity, String path, int line, int column, String message, String sourceLine) {
    public Diagnostic {
        requireNonNull(severity, "severity is null");
        requireNonNull(path, "path is null");
        requireNonNull(message, "message is null");
        requireNonNull(sourceLine, "sourceLine is null");
    }

    /** How bad it is. */
    public enum Severity {
        ERROR,
        WARNING
    }
}
