package assay.server.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What was handed in; never changed. The content is the blob of that digest.
 *
 * @param submittedAt the time that counts
 * @param receivedAt when it came, where that is another
 */
public record StoredSubmission(
        String id,
        String course,
        String assignment,
        String person,
        Instant submittedAt,
        String handedInBy,
        String fileName,
        String digest,
        int rulesVersion,
        Optional<Instant> receivedAt) {
    public StoredSubmission {
        requireNonNull(id, "id is null");
        requireNonNull(course, "course is null");
        requireNonNull(assignment, "assignment is null");
        requireNonNull(person, "person is null");
        requireNonNull(submittedAt, "submittedAt is null");
        requireNonNull(handedInBy, "handedInBy is null");
        requireNonNull(fileName, "fileName is null");
        requireNonNull(digest, "digest is null");
        requireNonNull(receivedAt, "receivedAt is null");
    }
}
