package assay.sandbox.oci;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder of control groups that nobody owns any more. Its files are the kernel's and go with the folders. */
final class GroupTree {
    private static final Logger logger = LoggerFactory.getLogger(GroupTree.class);
    private static final int TRIES = 100;
    private static final long BETWEEN_TRIES_MILLIS = 10;

    private GroupTree() {}

    /** Ends what runs in it, and removes it; what does not go within a second is logged. */
    static void remove(Path top) {
        for (int attempt = 0; attempt < TRIES && !removed(top); attempt++) {
            pause();
        }
        if (Files.exists(top)) {
            logger.warn("the control group {} does not go away", top);
        }
    }

    private static boolean removed(Path top) {
        if (Files.notExists(top)) {
            return true;
        }
        try (Stream<Path> paths = Files.walk(top)) {
            List<Path> folders = paths.filter(Files::isDirectory)
                    .sorted(Comparator.reverseOrder())
                    .toList();
            for (Path folder : folders) {
                kill(folder.resolve("cgroup.procs"));
                Files.deleteIfExists(folder);
            }
            return true;
        } catch (IOException | UncheckedIOException e) {
            return false; // busy, until the kernel has ended what was killed
        }
    }

    private static void kill(Path processes) throws IOException {
        for (String id : Files.readAllLines(processes)) {
            ProcessHandle.of(Long.parseLong(id)).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
