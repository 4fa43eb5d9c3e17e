package assay.core.lms;

import assay.core.domain.GraderFault;
import assay.core.lms.SheetFilling.FilledRow;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip for Moodle's "Upload multiple feedback files in a zip". Moodle finds the participant between the first two
 * underscores and the kind of file behind them, in every version: {@code <name>_<participant>_assignfeedback_file_<file>}
 * (mod/assign/feedback/file/importziplib.php).
 */
public final class MoodleFeedback {
    private static final long NO_TIME =
            315_532_800_000L; // 1980, where a zip's time begins: the same files, the same bytes

    private MoodleFeedback() {}

    /**
     * Writes it, whole or not at all.
     *
     * @param fileName the same for everybody
     * @param page of a student, which is read when it is written
     */
    public static void write(Path target, List<FilledRow> rows, String fileName, Function<LmsStudent, Path> page) {
        Path part = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            try (OutputStream file = Files.newOutputStream(part);
                    ZipOutputStream zip = new ZipOutputStream(file)) {
                for (FilledRow row : rows) {
                    ZipEntry entry = new ZipEntry(name(row, fileName));
                    entry.setTime(NO_TIME);
                    zip.putNextEntry(entry);
                    Files.copy(page.apply(row.student()), zip);
                    zip.closeEntry();
                }
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.REPORT, "write " + target, e);
        }
    }

    static String name(FilledRow row, String fileName) {
        String person = row.name().replaceAll("[_/\\\\:*?\"<>|\\p{Cntrl}]", " ").strip();
        // A name that begins so is taken for a hidden file.
        String visible = person.isEmpty() || person.startsWith(".") || person.startsWith("~") ? "Participant" : person;
        return visible + "_" + row.id() + "_assignfeedback_file_" + fileName;
    }
}
