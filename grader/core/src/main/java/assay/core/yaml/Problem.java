package assay.core.yaml;

import static java.util.Objects.requireNonNull;

/**
 * Something wrong in a file that a person wrote.
 *
 * @param file its path as it was given
 * @param line from 1; 0 where the file as a whole is meant
 * @param column from 1; 0 where the file as a whole is meant
 * @param key the path to the value, e.g. {@code parts[2].cases[0].arguments.stride}, long keys shortened; empty for the file as a whole
 * @param message what is wrong and what would be right
 */
public record Problem(String file, int line, int column, String key, String message) {
    public Problem {
        requireNonNull(file, "file is null");
        requireNonNull(key, "key is null");
        requireNonNull(message, "message is null");
    }

    /** On one line, as compilers print it, e.g. {@code assignment.yaml:12:7: parts[0].points: must not be negative}. */
    @Override
    public String toString() {
        String place = line == 0 ? file : file + ":" + line + ":" + column;
        return key.isEmpty() ? place + ": " + message : place + ": " + key + ": " + message;
    }
}
