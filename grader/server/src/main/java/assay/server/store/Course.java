package assay.server.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** A course, for a term. */
public record Course(String id, String title, Instant createdAt) {
    public Course {
        requireNonNull(id, "id is null");
        requireNonNull(title, "title is null");
        requireNonNull(createdAt, "createdAt is null");
    }
}
