package assay.core.intake;

import assay.core.domain.Notice;
import java.util.List;

/** What came of opening a folder of submissions. */
public sealed interface FolderOpening {
    /**
     * The class can be graded.
     *
     * @param entries ordered by student id; one for each folder, archive and row of {@code submissions.csv}
     * @param warnings to the teacher: files that are nobody's submission, extensions for unknown students
     */
    record Opened(List<SubmissionEntry> entries, List<Notice> warnings) implements FolderOpening {
        public Opened {
            entries = List.copyOf(entries);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * The teacher's own files are wrong, and grading on would cost students for it.
     *
     * @param problems all of them, each naming file, line and column where there are such
     */
    record Invalid(List<String> problems) implements FolderOpening {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
