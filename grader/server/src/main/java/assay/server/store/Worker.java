package assay.server.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** A process that grades, as it last reported itself. */
public record Worker(
        String id, String host, String capabilities, int threads, Instant startedAt, Instant seenAt, String note) {
    public Worker {
        requireNonNull(id, "id is null");
        requireNonNull(host, "host is null");
        requireNonNull(capabilities, "capabilities is null");
        requireNonNull(startedAt, "startedAt is null");
        requireNonNull(seenAt, "seenAt is null");
        requireNonNull(note, "note is null");
    }
}
