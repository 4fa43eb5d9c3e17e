package assay.core.intake;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Goes through a student's folder, following no link, and notes which files are to be read.
 *
 * @param wanted Java files, ordered by path
 * @param newest the time of the newest file handed in; of the folder where there is none
 * @param handIn the {@code submission.yaml} at the top
 * @param refusal why the folder cannot be graded, where that is known already
 */
record FolderScan(List<Wanted> wanted, Instant newest, Optional<Path> handIn, Optional<Refusal> refusal) {
    record Wanted(EntryPath path, Path file) {}

    FolderScan {
        requireNonNull(newest, "newest is null");
        wanted = List.copyOf(wanted);
    }

    static FolderScan of(Path folder, IntakeLimits limits, SourceCollector collector) {
        Visitor visitor = new Visitor(folder, limits, collector);
        Optional<Refusal> refusal = Optional.empty();
        try {
            Files.walkFileTree(folder, visitor);
        } catch (Refusal found) {
            refusal = Optional.of(found);
        } catch (IOException unreadable) {
            refusal = Optional.of(new Refusal("The folder " + Bytes.why(unreadable)));
        }
        List<Wanted> wanted = visitor.wanted.stream()
                .sorted(Comparator.comparing(file -> file.path().value()))
                .toList();
        Instant newest = visitor.newest.isAfter(Instant.EPOCH) ? visitor.newest : FileTimes.of(folder);
        Path handIn = folder.resolve(SubmissionYaml.NAME);
        return new FolderScan(
                wanted,
                newest,
                Files.exists(handIn, LinkOption.NOFOLLOW_LINKS) ? Optional.of(handIn) : Optional.empty(),
                refusal);
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final Path root;
        private final IntakeLimits limits;
        private final SourceCollector collector;
        private final List<Wanted> wanted = new ArrayList<>();
        private Instant newest = Instant.EPOCH;

        Visitor(Path root, IntakeLimits limits, SourceCollector collector) {
            this.root = root;
            this.limits = limits;
            this.collector = collector;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws Refusal {
            if (folder.equals(root)) {
                return FileVisitResult.CONTINUE;
            }
            if (FileKind.isLeftBehind(String.valueOf(folder.getFileName()))) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            collector.countEntry();
            path(folder);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws Refusal {
            collector.countEntry();
            EntryPath path = path(file);
            FileKind kind = FileKind.of(path);
            if (kind == FileKind.IGNORED) {
                return FileVisitResult.CONTINUE;
            }
            if (!attributes.isRegularFile()) {
                throw EntryPath.refused(path.value(), "is a link or a device, not a file");
            }
            if (kind != FileKind.HAND_IN) {
                note(attributes.lastModifiedTime());
            }
            if (collector.meet(path)) {
                wanted.add(new Wanted(path, file));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws Refusal {
            throw new Refusal(Shown.quoted(root.relativize(file).toString()) + " " + Bytes.why(failure));
        }

        private EntryPath path(Path file) throws Refusal {
            return EntryPath.of(root.relativize(file).toString(), limits);
        }

        private void note(FileTime time) {
            newest = time.toInstant().isAfter(newest) ? time.toInstant() : newest;
        }
    }
}
