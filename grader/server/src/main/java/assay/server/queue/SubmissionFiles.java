package assay.server.queue;

import assay.core.domain.GraderFault;
import assay.core.intake.Intake;
import assay.core.intake.IntakeLimits;
import assay.core.intake.SubmissionFolder;
import assay.server.store.StoredSubmission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Reads what is stored of a submission: its sources, as core's intake takes them from a folder or an archive. */
public final class SubmissionFiles {
    private static final List<String> ARCHIVES = List.of(".zip", ".tar.gz", ".tgz", ".tar");

    private SubmissionFiles() {}

    /**
     * @param content of the submission, as it was handed in
     * @return under a name of ours, and not the student's
     */
    public static Intake read(StoredSubmission submission, byte[] content) {
        return read(submission.fileName(), content, submission.submittedAt());
    }

    /** @param at when it was handed in */
    public static Intake read(String fileName, byte[] content, Instant at) {
        try {
            Path work = Files.createTempDirectory("assay-submission");
            try {
                return SubmissionFolder.single(lay(fileName, content, work), at, IntakeLimits.standard())
                        .read();
            } finally {
                Shelf.delete(work);
            }
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.STORAGE, "lay out a submission", e);
        }
    }

    /** Never under a name of the student's own making: an archive keeps its suffix, a source lies alone in a folder. */
    private static Path lay(String fileName, byte[] content, Path work) throws IOException {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (name.endsWith(".java")) {
            Path folder = Files.createDirectory(work.resolve("submission"));
            Files.write(folder.resolve(safe(fileName)), content);
            return folder;
        }
        String suffix = ARCHIVES.stream().filter(name::endsWith).findFirst().orElse(".zip");
        return Files.write(work.resolve("submission" + suffix), content);
    }

    private static String safe(String fileName) {
        return fileName.matches("[A-Za-z_$][A-Za-z0-9_$]{0,100}\\.java") ? fileName : "Submission.java";
    }
}
