package assay.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder of the results, which one run at a time writes into. The claim ends with the process, however it ends. */
final class ResultFolder implements AutoCloseable {
    private static final String LOCK = ".lock";

    private final FileChannel channel;

    private ResultFolder(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Makes the folder where it is not there, and keeps other runs out of it.
     *
     * @throws UsageProblem where nothing can be written into it, or another run does
     */
    static ResultFolder claim(Path folder) {
        requireNonNull(folder, "folder is null");
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                channel.close();
                throw new UsageProblem("Another run is writing its results into " + folder + "; wait for its end.");
            }
            return new ResultFolder(channel);
        } catch (FileAlreadyExistsException e) {
            throw new UsageProblem("--out: " + e.getFile() + " is a file; the results go into a folder.");
        } catch (IOException e) {
            throw new UsageProblem("--out: nothing can be written into %s: %s.".formatted(folder, why(e)));
        }
    }

    /** Where the file system has no locks, a run goes on without. */
    private static boolean lock(FileChannel channel) {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static String why(IOException problem) {
        return problem instanceof FileSystemException known && known.getReason() != null
                ? known.getReason()
                : problem.toString();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            return; // nothing was written to it, and the end of the process gives the lock back as well
        }
    }
}
