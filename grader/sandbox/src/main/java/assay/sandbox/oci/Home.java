package assay.sandbox.oci;

import static java.util.Objects.requireNonNull;

import assay.core.domain.GraderFault;
import assay.sandbox.files.Trees;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where one sandbox of one process keeps what its containers need. A file beside it is locked for as long as the process
 * lives, and the kernel lets go of the lock however it ends: so what belongs to nobody is known for certain.
 */
final class Home implements AutoCloseable {
    /** Gone after a start of the machine, as the containers are. */
    static final Path BASE = Path.of("/run/assay/oci");

    private static final Logger logger = LoggerFactory.getLogger(Home.class);
    private static final String LOCK = ".lock";

    /** Others may go through, as a container's own user has to, and see nothing. */
    private static final FileAttribute<Set<PosixFilePermission>> PASSABLE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x"));

    private final Path folder;
    private final FileChannel lock;
    private final ControlGroups groups;

    private Home(Path folder, FileChannel lock, ControlGroups groups) {
        this.folder = folder;
        this.lock = lock;
        this.groups = requireNonNull(groups, "groups is null");
    }

    /** One of our own; removes those of processes that are gone. */
    static Home claim(Path base, ControlGroups groups) {
        try {
            Files.createDirectories(base, PASSABLE);
            removeLeftovers(base, groups);
            while (true) {
                // With the process's id, since looking at a lock of one's own would let go of it.
                Path folder = base.resolve(ProcessHandle.current().pid() + "-" + UUID.randomUUID());
                Path lockFile = lockOf(folder);
                FileChannel channel =
                        FileChannel.open(lockFile, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                if (channel.tryLock() != null && Files.exists(lockFile)) {
                    Files.createDirectory(folder, PASSABLE);
                    return new Home(folder, channel, groups);
                }
                channel.close(); // somebody took it for a leftover in the moment before it was locked
            }
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.SANDBOX, "make a folder for containers in " + base, e);
        }
    }

    /** Also the name of the folder of its control groups. */
    String name() {
        return String.valueOf(folder.getFileName());
    }

    /** Where the runtime notes what it has started. */
    Path state() {
        return folder.resolve("state");
    }

    Path bundle(String id) throws IOException {
        return Files.createDirectory(folder.resolve(id), PASSABLE);
    }

    /** Removes what is left of one container. */
    void forget(String id) {
        remove(folder.resolve(id));
        remove(state().resolve(id));
    }

    @Override
    public void close() {
        groups.removeAll(name());
        remove(folder);
        try (lock) {
            Files.deleteIfExists(lockOf(folder));
        } catch (IOException e) {
            logger.warn("could not tidy up {}: {}", folder, e.getMessage());
        }
    }

    private static void removeLeftovers(Path base, ControlGroups groups) throws IOException {
        String own = ProcessHandle.current().pid() + "-";
        try (DirectoryStream<Path> locks = Files.newDirectoryStream(base, "*" + LOCK)) {
            for (Path lockFile : locks) {
                String name = String.valueOf(lockFile.getFileName()).replace(LOCK, "");
                if (!name.startsWith(own)) {
                    removeIfDead(base.resolve(name), lockFile, groups);
                }
            }
        }
    }

    private static void removeIfDead(Path folder, Path lockFile, ControlGroups groups) {
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE)) {
            if (channel.tryLock() != null) {
                logger.info("removing what a process left that is gone: {}", folder);
                groups.removeAll(String.valueOf(folder.getFileName()));
                remove(folder);
                Files.deleteIfExists(lockFile);
            }
        } catch (IOException e) {
            logger.debug("somebody else removed {}: {}", folder, e.getMessage());
        }
    }

    private static Path lockOf(Path folder) {
        return folder.resolveSibling(folder.getFileName() + LOCK);
    }

    private static void remove(Path folder) {
        try {
            List<Path> paths = Trees.deepestFirst(folder);
            for (Path path : paths) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            logger.warn("could not remove {}: {}", folder, e.getMessage());
        }
    }
}
