package assay.core.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What one student handed in; never changed afterwards.
 *
 * @param student the student's id
 * @param submittedAt when it was handed in
 * @param extension a later deadline of this student's own
 * @param sources the Java sources, ordered by path
 * @param documents {@code answers.yaml} and Markdown texts, ordered by path; never compiled
 * @param digest SHA-256 over sources and documents, in hexadecimal
 * @param notices what intake had to say about it
 */
public record Submission(
        String student,
        Instant submittedAt,
        Optional<Extension> extension,
        List<SourceFile> sources,
        List<SourceFile> documents,
        String digest,
        List<Notice> notices) {
    public Submission {
        requireNonNull(student, "student is null");
        requireNonNull(submittedAt, "submittedAt is null");
        requireNonNull(extension, "extension is null");
        requireNonNull(digest, "digest is null");
        sources = List.copyOf(sources);
        documents = List.copyOf(documents);
        notices = List.copyOf(notices);
    }

    /** Of code alone. */
    public Submission(
            String student,
            Instant submittedAt,
            Optional<Extension> extension,
            List<SourceFile> sources,
            String digest,
            List<Notice> notices) {
        this(student, submittedAt, extension, sources, List.of(), digest, notices);
    }

    /** The document of that name, upper and lower case alike; of several, the one nearest to the top. */
    public Optional<SourceFile> document(String name) {
        return documents.stream()
                .filter(file ->
                        file.path().substring(file.path().lastIndexOf('/') + 1).equalsIgnoreCase(name))
                .min(Comparator.comparingLong((SourceFile file) -> file.path()
                                .chars()
                                .filter(letter -> letter == '/')
                                .count())
                        .thenComparing(SourceFile::path));
    }
}
