package assay.sandbox.image;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Which root file systems are in use, by a lock on a file beside each: shared by all that use it, and alone for who takes it
 * away. What a process uses is its own until it ends. The files stay, since who waits for one must not wait in vain.
 */
final class RootsInUse {
    /** All that this JVM holds: to close a file is, to the kernel, to let go of every lock that the process has on it. */
    private static final Map<Path, FileChannel> HELD = new HashMap<>();

    private RootsInUse() {}

    /** From here on it stays, or will once it is made. */
    static synchronized void hold(Path folder) throws IOException {
        Path file = lockOf(folder);
        if (!HELD.containsKey(file)) {
            FileChannel channel = open(file);
            channel.lock(0, Long.MAX_VALUE, true);
            HELD.put(file, channel);
        }
    }

    /** Whether it could be moved, since nobody uses it. */
    static synchronized boolean moveUnused(Path folder, Path to) throws IOException {
        Path file = lockOf(folder);
        if (HELD.containsKey(file)) {
            return false;
        }
        try (FileChannel channel = open(file)) {
            boolean unused = channel.tryLock() != null;
            if (unused) {
                Files.move(folder, to, StandardCopyOption.ATOMIC_MOVE);
            }
            return unused;
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** The same for all ways that lead there. */
    private static Path lockOf(Path folder) throws IOException {
        return folder.resolveSibling("").toRealPath().resolve(folder.getFileName() + ".lock");
    }
}
