package assay.server.webhook;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Another system that may send events to a course.
 *
 * @param secrets that hold: the newest, and the one before it
 * @param keys where its public keys are, where it signs by those
 * @param trusted whether the times that it gives count for lateness
 * @param fetch where what it tells of is fetched
 */
public record Source(
        String id,
        String course,
        Kind kind,
        List<SigningSecret> secrets,
        Optional<URI> keys,
        boolean disabled,
        boolean trusted,
        Fetch fetch) {
    /**
     * Where what a source tells of is fetched, and with which leave.
     *
     * @param address of GitHub's API, or of the course in Canvas's; empty where an event says itself where
     * @param token empty where none is needed
     */
    public record Fetch(Optional<URI> address, String token) {
        public static final Fetch NOWHERE = new Fetch(Optional.empty(), "");

        public Fetch {
            requireNonNull(address, "address is null");
            requireNonNull(token, "token is null");
        }

        @Override
        public String toString() {
            return "from " + address;
        }
    }

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
        requireNonNull(fetch, "fetch is null");
        secrets = List.copyOf(secrets);
        if (kind == Kind.CANVAS ? keys.isEmpty() : secrets.isEmpty()) {
            throw new IllegalArgumentException("a source of kind " + kind + " has nothing to verify it by");
        }
    }

    /** One whose times do not count, and whose events say where to fetch. */
    public Source(
            String id, String course, Kind kind, List<SigningSecret> secrets, Optional<URI> keys, boolean disabled) {
        this(id, course, kind, secrets, keys, disabled, false, Fetch.NOWHERE);
    }

    /** With another secret; the last one holds until the next is drawn. */
    public Source rotated(SigningSecret next) {
        return new Source(id, course, kind, List.of(next, secrets.getFirst()), keys, disabled, trusted, fetch);
    }

    public Source switchedOff() {
        return new Source(id, course, kind, secrets, keys, true, trusted, fetch);
    }
}
