package assay.server.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * The submissions that count of an assignment, compared with one another.
 *
 * @param reason why it failed
 * @param tries how often it was begun
 * @param given the digest of what everybody was given, where a teacher handed that in
 * @param givenName its file name
 * @param compared how many submissions were
 */
public record StoredComparison(
        String id,
        String course,
        String assignment,
        ComparisonState state,
        String reason,
        String askedBy,
        Instant askedAt,
        Optional<Instant> endedAt,
        int tries,
        Optional<String> given,
        String givenName,
        int compared) {
    public StoredComparison {
        requireNonNull(id, "id is null");
        requireNonNull(course, "course is null");
        requireNonNull(assignment, "assignment is null");
        requireNonNull(state, "state is null");
        requireNonNull(reason, "reason is null");
        requireNonNull(askedBy, "askedBy is null");
        requireNonNull(askedAt, "askedAt is null");
        requireNonNull(endedAt, "endedAt is null");
        requireNonNull(given, "given is null");
        requireNonNull(givenName, "givenName is null");
    }

    /** Whether there is nothing more to wait for. */
    public boolean ended() {
        return state.ended();
    }
}
