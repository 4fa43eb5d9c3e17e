package assay.core.lms;

import static java.util.Objects.requireNonNull;

import assay.core.intake.FolderOpening;
import java.util.List;

/**
 * A class as it was read.
 *
 * @param students of the opening's entries, those whom the platform's files name
 */
public record LmsClass(LmsSystem system, FolderOpening opening, List<LmsStudent> students) {
    public LmsClass {
        requireNonNull(system, "system is null");
        requireNonNull(opening, "opening is null");
        students = List.copyOf(students);
    }
}
