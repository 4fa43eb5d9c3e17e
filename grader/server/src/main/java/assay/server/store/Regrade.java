package assay.server.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/** A version of an assignment, graded beside what counts; its gradings carry its id as their batch. */
public record Regrade(
        String id,
        String course,
        String assignment,
        int version,
        RegradeState state,
        String reason,
        String askedBy,
        Instant askedAt,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt) {
    public Regrade {
        requireNonNull(id, "id is null");
        requireNonNull(course, "course is null");
        requireNonNull(assignment, "assignment is null");
        requireNonNull(state, "state is null");
        requireNonNull(reason, "reason is null");
        requireNonNull(askedBy, "askedBy is null");
        requireNonNull(askedAt, "askedAt is null");
        requireNonNull(decidedBy, "decidedBy is null");
        requireNonNull(decidedAt, "decidedAt is null");
    }
}
