package assay.core.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one student handed in; never changed afterwards.
 *
 * @param student the student's id
 * @param submittedAt when it was handed in
 * @param extension a later deadline of this student's own
 * @param sources the Java sources, ordered by path
 * @param digest SHA-256 over the sources, in hexadecimal
 * @param notices what intake had to say about it
 */
public record Submission(
        String student,
        Instant submittedAt,
        Optional<Extension> extension,
        List<SourceFile> sources,
        String digest,
        List<Notice> notices) {
    public Submission {
        requireNonNull(student, "student is null");
        requireNonNull(submittedAt, "submittedAt is null");
        requireNonNull(extension, "extension is null");
        requireNonNull(digest, "digest is null");
        sources = List.copyOf(sources);
        notices = List.copyOf(notices);
    }
}
