package assay.core.lms;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.domain.Notice;
import assay.core.domain.SourceFile;
import assay.core.domain.Submission;
import assay.core.intake.FolderOpening;
import assay.core.intake.Intake;
import assay.core.intake.IntakeRequest;
import assay.core.intake.SubmissionEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A platform's download for tests, which becomes a folder or a zip. Its files are younger than the deadline. */
final class Download {
    static final String JAVA = "public class Conv {}\n";
    static final Instant DEADLINE = Instant.parse("2022-09-19T15:59:59Z");
    static final Instant DOWNLOADED = Instant.parse("2022-10-01T08:00:00Z");

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private Optional<LmsSystem> from = Optional.empty();
    private Optional<GradeSheet> sheet = Optional.empty();

    Download with(String path) {
        return with(path, JAVA);
    }

    Download with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    Download with(String path, byte[] bytes) {
        files.put(path, bytes);
        return this;
    }

    Download from(LmsSystem system) {
        from = Optional.of(system);
        return this;
    }

    Download knowing(String csv) {
        sheet = Optional.of(Sheets.read(csv));
        return this;
    }

    LmsClass folder(Path folder) {
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
                Files.setLastModifiedTime(path, FileTime.from(DOWNLOADED));
            }
            return open(folder);
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    LmsClass zip(Path folder) {
        try {
            return open(Files.write(folder.resolve("download.zip"), zipped(files)));
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    private LmsClass open(Path path) {
        return LmsDownload.open(new LmsRequest(IntakeRequest.of(path), from, sheet, DEADLINE));
    }

    static byte[] zipped(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setLastModifiedTime(FileTime.from(DOWNLOADED));
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
        return bytes.toByteArray();
    }

    static byte[] zipOf(String path, String text) {
        return zipped(Map.of(path, text.getBytes(StandardCharsets.UTF_8)));
    }

    static FolderOpening.Opened opened(LmsClass all) {
        assertThat(all.opening()).isInstanceOf(FolderOpening.Opened.class);
        return (FolderOpening.Opened) all.opening();
    }

    static List<String> students(LmsClass all) {
        return opened(all).entries().stream().map(SubmissionEntry::student).toList();
    }

    static Intake read(LmsClass all, String student) {
        return opened(all).entries().stream()
                .filter(entry -> entry.student().equals(student))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + student + " among " + students(all)))
                .read();
    }

    static Submission accepted(LmsClass all, String student) {
        Intake intake = read(all, student);
        assertThat(intake).isInstanceOf(Intake.Accepted.class);
        return ((Intake.Accepted) intake).submission();
    }

    static String refused(LmsClass all, String student) {
        Intake intake = read(all, student);
        assertThat(intake).isInstanceOf(Intake.Refused.class);
        return ((Intake.Refused) intake).reason();
    }

    static List<String> paths(LmsClass all, String student) {
        return accepted(all, student).sources().stream().map(SourceFile::path).toList();
    }

    static List<String> warnings(LmsClass all) {
        return opened(all).warnings().stream().map(Notice::text).toList();
    }

    /** Sheets of teachers, for tests. */
    static final class Sheets {
        private Sheets() {}

        static GradeSheet read(String csv) {
            return read(csv, "");
        }

        static GradeSheet read(String csv, String column) {
            SheetReading reading = GradeSheet.read(
                    csv.getBytes(StandardCharsets.UTF_8),
                    "sheet.csv",
                    column,
                    "Homework 4",
                    ZoneId.of("Asia/Singapore"));
            assertThat(reading).isInstanceOf(SheetReading.Read.class);
            return ((SheetReading.Read) reading).sheet();
        }

        static String refused(byte[] csv, String column) {
            SheetReading reading = GradeSheet.read(csv, "sheet.csv", column, "Homework 4", ZoneId.of("Asia/Singapore"));
            assertThat(reading).isInstanceOf(SheetReading.Invalid.class);
            return ((SheetReading.Invalid) reading).problem();
        }
    }
}
