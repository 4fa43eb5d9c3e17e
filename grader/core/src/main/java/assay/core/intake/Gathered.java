package assay.core.intake;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Notice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a system's download holds of one student.
 *
 * @param student the id, one student's alone
 * @param aliases other names under which lists may speak of the student, e.g. the number in the system
 * @param files with their paths inside the submission
 * @param handedIn as far as the download says; {@code submissions.csv} wins over it
 * @param notices how that is known, and what else a person should know
 * @param unusable why nothing of it may be graded, where that is so; one or two sentences to the student
 */
public record Gathered(
        String student,
        List<String> aliases,
        List<GatheredFile> files,
        Instant handedIn,
        List<Notice> notices,
        Optional<String> unusable) {
    /** @param path inside the submission, as it is to be compiled */
    public record GatheredFile(String path, ClassFile file) {
        public GatheredFile {
            requireNonNull(path, "path is null");
            requireNonNull(file, "file is null");
        }
    }

    public Gathered {
        requireNonNull(student, "student is null");
        requireNonNull(handedIn, "handedIn is null");
        requireNonNull(unusable, "unusable is null");
        aliases = List.copyOf(aliases);
        files = List.copyOf(files);
        notices = List.copyOf(notices);
    }
}
