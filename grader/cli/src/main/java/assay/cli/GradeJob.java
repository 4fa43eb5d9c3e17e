package assay.cli;

import static java.util.Objects.requireNonNull;

import assay.core.batch.BatchOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A class to be graded.
 *
 * @param assignment id or path
 * @param only students to be graded; all if empty
 * @param json whether the grades are printed as JSON
 */
record GradeJob(
        String assignment,
        Path submissions,
        Path out,
        Optional<Path> extensions,
        List<String> only,
        BatchOptions options,
        boolean json) {
    GradeJob {
        requireNonNull(assignment, "assignment is null");
        requireNonNull(submissions, "submissions is null");
        requireNonNull(out, "out is null");
        requireNonNull(extensions, "extensions is null");
        only = List.copyOf(only);
        requireNonNull(options, "options is null");
    }
}
