package assay.sandbox.image;

import static java.util.Objects.requireNonNull;

import assay.core.domain.GraderFault;
import assay.sandbox.files.SafeFolders;
import assay.sandbox.files.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Root file systems on this machine, each made once, by a JDK of it; those that nobody uses any more are removed. */
final class RootStore {
    private static final int KEPT = 2;
    private static final Set<PosixFilePermission> OPEN = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> READ =
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
    private static final Set<PosixFilePermission> EXECUTE =
            Set.of(PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);

    private final Path work;
    private final InstantSource clock;
    private final Consumer<String> progress;

    /**
     * @param work a folder that is ours, and of one kind of root file systems alone; made if it is missing
     * @param progress gets a sentence before something takes time
     */
    RootStore(Path work, InstantSource clock, Consumer<String> progress) {
        this.work = requireNonNull(work, "work is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.progress = requireNonNull(progress, "progress is null");
    }

    /**
     * Those of that digest, made unless they are there. Two processes or threads at once make them once. They stay while
     * this process lives.
     *
     * @param what they are, in words
     * @param digest over all that goes into them
     */
    RootFolders ensure(String what, ImageSource.FromJdk source, String digest, ImageBuild.Context context) {
        try {
            SafeFolders.make(work, OPEN);
            Path folder = work.toRealPath().resolve(digest); // runc takes no root by way of a link
            RootsInUse.hold(folder);
            if (Files.notExists(folder)) {
                makeAlone(what, source, folder, context);
            }
            Files.setLastModifiedTime(folder, FileTime.from(clock.instant())); // it is in use
            return new RootFolders(folder, digest, source.describe());
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.IMAGE, "make " + what, e);
        }
    }

    private void makeAlone(String what, ImageSource.FromJdk source, Path folder, ImageBuild.Context context)
            throws IOException {
        synchronized (RootStore.class) { // a lock on a file is of the whole JVM: another thread of it would be refused
            try (FileChannel channel = FileChannel.open(
                            work.resolve("roots.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                assert lock.isValid() : "held until here";
                if (Files.notExists(folder)) {
                    progress.accept("making " + what + " from " + source.describe() + ", this once");
                    make(context, source.home(), folder);
                    prune();
                }
            }
        }
    }

    private void make(ImageBuild.Context context, Path home, Path folder) throws IOException {
        Path unfinished = unfinished();
        Trees.delete(unfinished); // of one that was killed
        Path files = unfinished.resolve("context");
        context.writeTo(files);
        Path roots = Files.createDirectories(unfinished.resolve("roots"));
        Assembly.run(home, files, roots, unfinished.resolve("rootfs.log"));
        openToAll(roots);
        Files.move(roots, folder, StandardCopyOption.ATOMIC_MOVE);
        Trees.delete(unfinished);
    }

    /** Whatever the mask of whoever made it: the user in a container is neither its owner nor in its group. */
    private static void openToAll(Path roots) throws IOException {
        for (Path path : Trees.deepestFirst(roots)) {
            if (!Files.isSymbolicLink(path)) {
                Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
                permissions.addAll(READ);
                if (permissions.contains(PosixFilePermission.OWNER_EXECUTE)) {
                    permissions.addAll(EXECUTE);
                }
                Files.setPosixFilePermissions(path, permissions);
            }
        }
    }

    /** Removes those of older versions that nobody uses. */
    void prune() throws IOException {
        try (Stream<Path> folders = Files.list(work)) {
            List<Path> old = folders.filter(Files::isDirectory)
                    .sorted(Comparator.comparing(RootStore::lastUsed).reversed())
                    .skip(KEPT)
                    .toList();
            for (Path folder : old) {
                if (RootsInUse.moveUnused(folder, unfinished())) { // whole or not at all, also if this is killed
                    Trees.delete(unfinished());
                }
            }
        }
    }

    /** What is being made or removed, by the one process that may. */
    private Path unfinished() {
        return work.resolve("unfinished");
    }

    private static FileTime lastUsed(Path folder) {
        try {
            return Files.getLastModifiedTime(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
