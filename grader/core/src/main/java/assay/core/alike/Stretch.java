package assay.core.alike;

import static java.util.Objects.requireNonNull;

/**
 * Two places that are alike, token by token, whatever the names in them.
 *
 * @param tokens of each
 */
public record Stretch(Place first, Place second, int tokens) {
    public Stretch {
        requireNonNull(first, "first is null");
        requireNonNull(second, "second is null");
    }

    /**
     * Lines of a file.
     *
     * @param path as in the submission
     * @param from the first line, from 1
     * @param to the last line
     */
    public record Place(String path, int from, int to) {
        public Place {
            requireNonNull(path, "path is null");
            if (from < 1 || to < from) {
                throw new IllegalArgumentException("no lines: " + from + " to " + to);
            }
        }
    }
}
