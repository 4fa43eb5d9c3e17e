package assay.sandbox.image;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Writes what an image is built from, as the engine wants it: owned by root, with times and rights as they are. */
final class TarFile implements AutoCloseable {
    private final TarArchiveOutputStream tar;

    private TarFile(OutputStream out) {
        tar = new TarArchiveOutputStream(out, "UTF-8");
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    }

    static TarFile create(Path file) throws IOException {
        return new TarFile(new BufferedOutputStream(Files.newOutputStream(file)));
    }

    /** Adds a folder's files and sub-folders under a name; the name may be empty. */
    void addTree(Path root, String name) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            List<Path> sorted = paths.sorted().toList();
            for (Path path : sorted) {
                String below = root.relativize(path).toString().replace('\\', '/');
                String full = name.isEmpty() || below.isEmpty() ? name + below : name + "/" + below;
                if (!full.isEmpty()) {
                    add(path, full);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }

    private void add(Path path, String name) throws IOException {
        boolean folder = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
        TarArchiveEntry entry = new TarArchiveEntry(folder ? name + "/" : name);
        entry.setMode(mode(path));
        entry.setLastModifiedTime(Files.getLastModifiedTime(path));
        entry.setSize(folder ? 0 : Files.size(path));
        tar.putArchiveEntry(entry);
        if (!folder) {
            Files.copy(path, tar);
        }
        tar.closeArchiveEntry();
    }

    private static int mode(Path path) throws IOException {
        if (!Files.getFileStore(path).supportsFileAttributeView("posix")) {
            return Files.isDirectory(path) || Files.isExecutable(path) ? 0755 : 0644;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
        int mode = 0;
        for (PosixFilePermission permission : permissions) {
            mode |= 0400 >> permission.ordinal(); // declared in the order of the bits
        }
        return mode;
    }
}
