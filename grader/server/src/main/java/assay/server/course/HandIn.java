package assay.server.course;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that is handed in.
 *
 * @param person whose work it is
 * @param handedInBy who sent it: the same, or a teacher or a system in their name
 * @param fileName as it was called, for its suffix; never used as a path
 * @param key under which the same request may come again, as it does after a broken connection
 * @param submittedAt the time that counts, as somebody says whose word for it is taken; now where it is empty or to come
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record HandIn(
        String course,
        String assignment,
        String person,
        String handedInBy,
        String fileName,
        byte[] content,
        Optional<String> key,
        Optional<Instant> submittedAt) {
    public HandIn {
        requireNonNull(course, "course is null");
        requireNonNull(assignment, "assignment is null");
        requireNonNull(person, "person is null");
        requireNonNull(handedInBy, "handedInBy is null");
        requireNonNull(fileName, "fileName is null");
        requireNonNull(content, "content is null");
        requireNonNull(key, "key is null");
        requireNonNull(submittedAt, "submittedAt is null");
    }
}
