package assay.core.report;

import assay.core.domain.GraderFault;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that are either whole or not there, whenever we are stopped. */
final class AtomicFiles {
    private AtomicFiles() {}

    /** Writes to a hidden file beside the target, then moves it there; folders are made. */
    static void write(Path target, byte[] content) {
        Path part = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            writeAndMove(part, content, target);
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.REPORT, "write " + target, e);
        }
    }

    /** Makes the folder, and makes it the owner's alone where the file system has such rights. */
    static void keepPrivate(Path folder) {
        try {
            Files.createDirectories(folder);
            if (Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class)) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.REPORT, "keep " + folder + " private", e);
        }
    }

    private static void writeAndMove(Path part, byte[] content, Path target) throws IOException {
        try {
            Files.write(part, content);
            move(part, target);
        } catch (IOException e) {
            discard(part, e);
            throw e;
        }
    }

    private static void discard(Path part, IOException reason) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
