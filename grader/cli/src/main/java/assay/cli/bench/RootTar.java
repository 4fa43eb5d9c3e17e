package assay.cli.bench;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A root file system on its way into an image. */
final class RootTar implements AutoCloseable {
    private static final int EXECUTABLE = 0755;
    private static final int PLAIN = 0644;
    private static final int EVERYBODYS = 01777;

    private final TarArchiveOutputStream tar;
    private final Set<String> there = new HashSet<>();

    RootTar(OutputStream out) {
        tar = new TarArchiveOutputStream(requireNonNull(out, "out is null"), "UTF-8");
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    }

    /** A file, through links, with its time: a JVM believes its class archive only beside the very files it knows. */
    void file(Path file, String path) throws IOException {
        if (!there.add(path)) {
            return;
        }
        TarArchiveEntry entry = new TarArchiveEntry(path);
        entry.setSize(Files.size(file));
        entry.setLastModifiedTime(Files.getLastModifiedTime(file));
        entry.setMode(Files.isExecutable(file) ? EXECUTABLE : PLAIN);
        tar.putArchiveEntry(entry);
        Files.copy(file, tar);
        tar.closeArchiveEntry();
    }

    /** The files of a folder, through links; Debian keeps some of a JDK's elsewhere. */
    void tree(Path folder, String path, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            List<Path> files = all.filter(Files::isRegularFile)
                    .filter(file -> wanted.test(folder.relativize(file)))
                    .sorted()
                    .toList();
            for (Path file : files) {
                file(file, path + "/" + folder.relativize(file));
            }
        }
    }

    void temporaryFolder() throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry("tmp/");
        entry.setMode(EVERYBODYS);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
