package assay.server.webhook;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Another system that may send events to a course. */
public record Source(
        String id, String course, Kind kind, List<SigningSecret> secrets, Optional<URI> keys, boolean disabled) {
    /** How it signs. */
    public enum Kind {
        STANDARD,
        SIGNED,
        GITHUB,
        CANVAS
    }

    public Source {
        requireNonNull(id, "id is null");
        requireNonNull(course, "course is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(keys, "keys is null");
        secrets = List.copyOf(secrets);
        if (kind == Kind.CANVAS ? keys.isEmpty() : secrets.isEmpty()) {
            throw new IllegalArgumentException("a source of kind " + kind + " has nothing to verify it by");
        }
    }
}
