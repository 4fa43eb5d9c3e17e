package assay.sandbox.image;

import static java.util.Objects.requireNonNull;

import assay.core.domain.GraderFault;
import assay.sandbox.files.SafeFolders;
import assay.sandbox.jail.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;

/**
 * The root file systems of the images, unpacked. They are shared by all containers, which can only read them.
 *
 * @param folder holds one for each kind of image
 * @param digest over all that went into them
 * @param source in words, e.g. {@code JDK 25.0.3+9-LTS}
 */
public record RootFolders(Path folder, String digest, String source) {
    public RootFolders {
        requireNonNull(folder, "folder is null");
        requireNonNull(digest, "digest is null");
        requireNonNull(source, "source is null");
    }

    public Path of(Program program) {
        return switch (program) {
            case COMPILER -> folder.resolve(ImageKind.COMPILE.target());
            case BRIEF_RUNNER, LASTING_RUNNER -> folder.resolve(ImageKind.RUN.target());
        };
    }

    /** Of what trains, where these are of a trainer. */
    public Path training() {
        return folder.resolve(ImageKind.TRAIN.target());
    }

    /** Whether that folder, or where it would be, can hold them for containers of root's: open to all, and only ours to change. */
    public static boolean fit(Path folder) {
        try {
            return openToAll(folder) && SafeFolders.problem(folder).isEmpty();
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.IMAGE, "look at " + folder, e);
        }
    }

    /** Whether every user of this machine may go there. */
    public boolean openToAll() {
        return openToAll(folder);
    }

    private static boolean openToAll(Path folder) {
        try {
            for (Path at = folder.toAbsolutePath(); at != null; at = at.getParent()) {
                if (Files.exists(at)
                        && !Files.getPosixFilePermissions(at).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.IMAGE, "look at " + folder, e);
        }
    }
}
