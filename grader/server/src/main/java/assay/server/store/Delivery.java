package assay.server.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/** Something that has to reach another system, such as a grade its LMS. */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record Delivery(
        String id,
        String course,
        String kind,
        String target,
        String subject,
        byte[] body,
        String state,
        int tries,
        Optional<Instant> nextAt,
        String lastAnswer,
        Instant createdAt,
        Optional<Instant> endedAt) {
    public Delivery {
        requireNonNull(id, "id is null");
        requireNonNull(course, "course is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(target, "target is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(state, "state is null");
        requireNonNull(nextAt, "nextAt is null");
        requireNonNull(lastAnswer, "lastAnswer is null");
        requireNonNull(createdAt, "createdAt is null");
        requireNonNull(endedAt, "endedAt is null");
    }
}
