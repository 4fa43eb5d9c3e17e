package assay.sandbox.oci;

import assay.core.domain.GraderFault;
import assay.sandbox.files.SafeFolders;
import assay.sandbox.files.Trees;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where one sandbox of one process keeps what its containers need. A file beside it is locked for as long as the process
 * lives, and the kernel lets go of the lock however it ends: so what belongs to nobody is known for certain.
 */
final class Home implements AutoCloseable {
    private static final Logger logger = LoggerFactory.getLogger(Home.class);
    private static final String LOCK = ".lock";

    /** Of a name that chance makes. */
    private static final int SHORT = 8;

    /** How the names of this JVM's begin, by more than its id: where Assay runs in a container itself, that is always the same. */
    private static final String OWN = ProcessHandle.current().pid() + "-" + shortName() + "-";

    /** Others may go through, as a container's own user has to, and see nothing. */
    private static final Set<PosixFilePermission> PASSABLE = PosixFilePermissions.fromString("rwx--x--x");

    private final Path folder;
    private final FileChannel lock;
    private final List<Path> groups;
    private final Claims numbers;

    private Home(Path folder, FileChannel lock, List<Path> groups) {
        this.folder = folder;
        this.lock = lock;
        this.groups = groups;
        this.numbers = claimsOf(folder);
    }

    /** One of our own; removes those of processes that are gone. */
    static Home claim(Path base, ControlGroups groups) {
        try {
            SafeFolders.make(base, PASSABLE);
            removeLeftovers(base, groups);
            while (true) {
                Path folder = base.resolve(OWN + shortName());
                Path lockFile = lockOf(folder);
                FileChannel channel =
                        FileChannel.open(lockFile, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                if (channel.tryLock() != null && Files.exists(lockFile)) {
                    List<Path> own = groups.of(nameOf(folder));
                    note(own, channel);
                    SafeFolders.makeOne(folder, PASSABLE);
                    return new Home(folder, channel, own);
                }
                channel.close(); // somebody took it for a leftover in the moment before it was locked
            }
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.SANDBOX, "make a folder for containers in " + base, e);
        }
    }

    /** Also the name of the folder of its control groups. */
    String name() {
        return nameOf(folder);
    }

    /** Where the runtime notes what it has started. */
    Path state() {
        return folder.resolve("state");
    }

    Path bundle(String id) throws IOException {
        return SafeFolders.makeOne(folder.resolve(id), PASSABLE);
    }

    /**
     * A number below that count which no other container of this base has, until it is forgotten.
     *
     * @throws IOException also where all are taken
     */
    long number(String id, long count) throws IOException {
        return numbers.claim(id, count);
    }

    /** Removes what is left of one container. */
    void forget(String id) {
        try {
            numbers.forget(id);
        } catch (IOException e) {
            logger.warn("could not tidy up after {}: {}", id, e.getMessage());
        }
        remove(folder.resolve(id));
        remove(state().resolve(id));
    }

    @Override
    public void close() {
        groups.forEach(GroupTree::remove);
        remove(folder);
        try (lock) {
            numbers.forgetAll();
            Files.deleteIfExists(lockOf(folder));
        } catch (IOException e) {
            logger.warn("could not tidy up {}: {}", folder, e.getMessage());
        }
    }

    /** By one thread at a time: a lock on a file is of the whole JVM, and another thread of it would be refused. */
    private static synchronized void removeLeftovers(Path base, ControlGroups groups) throws IOException {
        try (DirectoryStream<Path> locks = Files.newDirectoryStream(base, "[0-9]*" + LOCK)) {
            for (Path lockFile : locks) {
                String name = String.valueOf(lockFile.getFileName()).replace(LOCK, "");
                if (!name.startsWith(OWN)) { // looking at a lock of one's own would let go of it
                    removeIfDead(base.resolve(name), lockFile, groups);
                }
            }
        }
    }

    private static void removeIfDead(Path folder, Path lockFile, ControlGroups groups) {
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (channel.tryLock() != null) {
                logger.info("removing what a process left that is gone: {}", folder);
                noted(channel).stream()
                        .filter(group -> groups.mayBeOf(nameOf(folder), group))
                        .forEach(GroupTree::remove);
                remove(folder);
                claimsOf(folder).forgetAll();
                Files.deleteIfExists(lockFile);
            }
        } catch (IOException e) {
            logger.debug("somebody else removed {}: {}", folder, e.getMessage());
        }
    }

    /** For whoever removes them: without root, a later command may have its groups elsewhere. */
    private static void note(List<Path> groups, FileChannel lock) throws IOException {
        String lines = groups.stream().map(Path::toString).collect(Collectors.joining("\n"));
        lock.write(StandardCharsets.UTF_8.encode(lines));
    }

    private static List<Path> noted(FileChannel lock) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(lock.size()));
        lock.read(bytes, 0);
        return StandardCharsets.UTF_8
                .decode(bytes.flip())
                .toString()
                .lines()
                .map(line -> Path.of(line))
                .toList();
    }

    private static String shortName() {
        return UUID.randomUUID().toString().substring(0, SHORT);
    }

    private static Claims claimsOf(Path folder) {
        return new Claims(folder.resolveSibling(""), nameOf(folder));
    }

    private static String nameOf(Path folder) {
        return String.valueOf(folder.getFileName());
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
