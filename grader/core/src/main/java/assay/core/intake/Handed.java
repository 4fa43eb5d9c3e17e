package assay.core.intake;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What lies in the class's folder for one student. */
sealed interface Handed {
    record Folder(Path path) implements Handed {}

    /** What a system's download holds of the student. */
    record Pieces(List<Gathered.GatheredFile> files) implements Handed {
        public Pieces {
            files = List.copyOf(files);
        }
    }

    record Archive(Path path, ArchiveFormat format) implements Handed {}

    /**
     * Something that is no submission, or nothing.
     *
     * @param seen when it came there, as far as the disk knows
     */
    record Unusable(String reason, Instant seen) implements Handed {
        public Unusable {
            requireNonNull(reason, "reason is null");
            requireNonNull(seen, "seen is null");
        }
    }

    /** Empty for a file that is no submission of anybody. */
    static Optional<Handed> at(Path path) {
        String name = String.valueOf(path.getFileName());
        if (Files.isSymbolicLink(path)) {
            return Optional.of(new Unusable(
                    "What was handed in, " + Shown.quoted(name) + ", is a link, and links are not followed.",
                    FileTimes.of(path)));
        }
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(new Folder(path));
        }
        Optional<Handed> archive = ArchiveFormat.of(name).map(format -> new Archive(path, format));
        if (archive.isEmpty() && ArchiveFormat.looksLike(name)) {
            return Optional.of(new Unusable(
                    "The archive " + Shown.quoted(name)
                            + " is of a kind that is not read here. Please hand in a .zip or .tar.gz.",
                    FileTimes.of(path)));
        }
        return archive;
    }
}
