package assay.core.intake;

import assay.core.domain.DataSize;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The files of a whole class as a system gave them out, in a folder or in one zip, ordered by path. Hidden files and
 * what operating systems leave behind are not among them.
 */
public record ClassFiles(List<ClassFile> files) {
    /** Of a whole class, all its students together. */
    static final IntakeLimits LIMITS = new IntakeLimits(
            500_000,
            500_000,
            DataSize.ofMebibytes(2047),
            DataSize.ofMebibytes(2047),
            DataSize.ofMebibytes(2047),
            DataSize.ofMebibytes(16_384),
            4_096,
            200);

    /** What came of listing a download. */
    public sealed interface Listing {
        record Listed(ClassFiles files) implements Listing {}

        /** @param problems why nothing in it can be trusted, or read */
        record Invalid(List<String> problems) implements Listing {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }
    }

    public ClassFiles {
        files = List.copyOf(files);
    }

    /** Whether that is a file which {@link #of} could read: one zip for the whole class. */
    public static boolean isClassZip(Path path) {
        return Files.isRegularFile(path)
                && ArchiveFormat.of(String.valueOf(path.getFileName()))
                        .filter(ArchiveFormat.ZIP::equals)
                        .isPresent();
    }

    public static Listing of(Path folderOrZip) {
        try {
            List<ClassFile> files = Files.isDirectory(folderOrZip) ? walk(folderOrZip) : ClassZip.list(folderOrZip);
            return new Listing.Listed(new ClassFiles(files.stream()
                    .filter(file -> !isLeftBehind(file.path()))
                    .sorted(Comparator.comparing(ClassFile::path))
                    .toList()));
        } catch (Refusal refusal) {
            return new Listing.Invalid(List.of(folderOrZip + ": " + refusal.reason()));
        } catch (IOException unreadable) {
            return new Listing.Invalid(List.of(folderOrZip + " " + Bytes.why(unreadable)));
        }
    }

    /** What remains if everything lies in one folder: downloads are unpacked into a folder of their own. */
    public ClassFiles unwrapped() {
        Optional<String> only = files.stream().map(ClassFile::top).findFirst();
        boolean wrapped = only.isPresent()
                && files.stream()
                        .allMatch(file -> !file.isAtTheTop() && file.top().equals(only.get()));
        return wrapped
                ? new ClassFiles(
                        files.stream().map(file -> file.below(only.get())).toList())
                : this;
    }

    private static List<ClassFile> walk(Path root) throws IOException {
        List<ClassFile> files = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (files.size() >= LIMITS.entries()) {
                    throw new Refusal("There are more than " + LIMITS.entries() + " files.");
                }
                String path = EntryPath.inside(root.relativize(file).toString());
                files.add(new ClassFile(
                        path,
                        attributes.lastModifiedTime().toInstant(),
                        !attributes.isRegularFile(),
                        () -> Files.newInputStream(file, java.nio.file.LinkOption.NOFOLLOW_LINKS)));
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private static boolean isLeftBehind(String path) {
        return List.of(path.split("/")).stream().anyMatch(FileKind::isLeftBehind);
    }
}
