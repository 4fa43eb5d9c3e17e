package assay.core.intake;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be read.
 *
 * @param folder holds one folder or one archive a student, and perhaps {@code submissions.csv}
 * @param extensions a CSV file of {@code student,extension}; wins over what the folder says
 */
public record IntakeRequest(Path folder, Optional<Path> extensions, IntakeLimits limits) {
    public IntakeRequest {
        requireNonNull(folder, "folder is null");
        requireNonNull(extensions, "extensions is null");
        requireNonNull(limits, "limits is null");
    }

    public static IntakeRequest of(Path folder) {
        return new IntakeRequest(folder, Optional.empty(), IntakeLimits.standard());
    }

    public IntakeRequest withExtensions(Path file) {
        return new IntakeRequest(folder, Optional.of(file), limits);
    }

    public IntakeRequest withLimits(IntakeLimits changed) {
        return new IntakeRequest(folder, extensions, changed);
    }
}
