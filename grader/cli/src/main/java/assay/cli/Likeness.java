package assay.cli;

import static java.util.Objects.requireNonNull;

import assay.core.alike.Comparer;
import assay.core.domain.SourceFile;
import assay.core.intake.Intake;
import assay.core.intake.IntakeLimits;
import assay.core.intake.SubmissionFolder;
import assay.sandbox.alike.Jplag;
import assay.sandbox.alike.JplagFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What compares submissions, and what of them everybody was given. */
record Likeness(Installation installation) {
    Likeness {
        requireNonNull(installation, "installation is null");
    }

    /** @param own where JPlag lies; else Maven gets it when it is first needed */
    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // an option of the command line, handed on as it is
    Comparer comparer(Optional<Path> own) {
        return new Jplag(own.map(JplagFiles::at)
                .orElseGet(() -> JplagFiles.fetchedBy(installation.root().resolve("mvnw"), installation.cache())));
    }

    /** What students start from, as far as it is known here. */
    List<SourceFile> starter(String assignment) {
        Path starter = installation.starter(assignment);
        if (!Files.isDirectory(starter)) {
            return List.of();
        }
        return switch (SubmissionFolder.single(starter, Instant.EPOCH, IntakeLimits.standard())
                .read()) {
            case Intake.Accepted accepted -> accepted.submission().sources();
            case Intake.Refused _ -> List.of();
        };
    }
}
