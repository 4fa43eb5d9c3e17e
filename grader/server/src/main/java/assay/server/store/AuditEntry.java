package assay.server.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** Who did what, and when. */
public record AuditEntry(
        String id, Instant at, String actor, String action, String course, String subject, String detail) {
    public AuditEntry {
        requireNonNull(id, "id is null");
        requireNonNull(at, "at is null");
        requireNonNull(actor, "actor is null");
        requireNonNull(action, "action is null");
        requireNonNull(course, "course is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(detail, "detail is null");
    }
}
