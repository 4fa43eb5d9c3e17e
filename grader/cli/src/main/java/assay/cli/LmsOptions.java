package assay.cli;

import assay.core.lms.LmsSystem;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options about the files of learning platforms. */
final class LmsOptions {
    @Option(
            names = "--from",
            paramLabel = "moodle|canvas|gradescope|plain",
            description = "whose download this is (default: found out)")
    private @Nullable LmsSystem from;

    @Option(
            names = "--worksheet",
            paramLabel = "FILE",
            description =
                    "Moodle's grading worksheet or Canvas's gradebook; a copy with the grades in it goes to DIR/lms")
    private @Nullable Path worksheet;

    @Option(
            names = "--grade-column",
            paramLabel = "NAME",
            description = "the column of it that takes the grades (default: found out)")
    private String column = "";

    @Option(names = "--scale", description = "turn points into those of the worksheet where its maximum is another")
    private boolean scale;

    Optional<LmsSystem> from() {
        return Optional.ofNullable(from);
    }

    Optional<Path> worksheet() {
        return Optional.ofNullable(worksheet);
    }

    String column() {
        return column;
    }

    boolean scale() {
        return scale;
    }
}
