package assay.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A class's folder on disk, for tests. */
final class ClassFolder {
    private final Path root;

    ClassFolder(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    ClassFolder with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    ClassFolder with(String path, byte[] bytes) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            return this;
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    ClassFolder at(String path, String instant) {
        try {
            Files.setLastModifiedTime(root.resolve(path), FileTime.from(Instant.parse(instant)));
            return this;
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    FolderOpening.Opened open() {
        return opened(SubmissionFolder.open(root));
    }

    static FolderOpening.Opened opened(FolderOpening opening) {
        assertThat(opening).isInstanceOf(FolderOpening.Opened.class);
        return (FolderOpening.Opened) opening;
    }

    FolderOpening.Invalid invalid() {
        FolderOpening opening = SubmissionFolder.open(root);
        assertThat(opening).isInstanceOf(FolderOpening.Invalid.class);
        return (FolderOpening.Invalid) opening;
    }

    Intake read(String student) {
        return open().entries().stream()
                .filter(entry -> entry.student().equals(student))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no entry for " + student))
                .read();
    }

    Intake.Accepted accepted(String student) {
        Intake intake = read(student);
        assertThat(intake).isInstanceOf(Intake.Accepted.class);
        return (Intake.Accepted) intake;
    }

    Intake.Refused refused(String student) {
        Intake intake = read(student);
        assertThat(intake).isInstanceOf(Intake.Refused.class);
        return (Intake.Refused) intake;
    }

    /** One archive, read where nothing but it may be found afterwards. */
    static Intake readAlone(Path folder, String name, byte[] archive) throws IOException {
        Path file = Files.write(folder.resolve(name), archive);
        Map<String, Long> before = contents(folder);
        Intake intake = SubmissionFolder.single(file, IntakeLimits.standard()).read();
        assertThat(contents(folder)).isEqualTo(before);
        return intake;
    }

    /** Everything in it, to see that nothing was written. */
    static Map<String, Long> contents(Path folder) throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                sizes.put(file.toString(), Files.isRegularFile(file) ? Files.size(file) : -1L);
            }
        }
        return sizes;
    }
}
