package assay.server.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** One version of an assignment in a course; {@code yaml} is the file as it was published. */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record PublishedAssignment(
        String course,
        String id,
        int version,
        String title,
        Instant deadline,
        String digest,
        byte[] yaml,
        Instant publishedAt,
        String publishedBy) {
    public PublishedAssignment {
        requireNonNull(course, "course is null");
        requireNonNull(id, "id is null");
        requireNonNull(title, "title is null");
        requireNonNull(deadline, "deadline is null");
        requireNonNull(digest, "digest is null");
        requireNonNull(publishedAt, "publishedAt is null");
        requireNonNull(publishedBy, "publishedBy is null");
    }
}
