package assay.sandbox.jail;

import static java.util.Objects.requireNonNull;

/**
 * The bounds of a container beside its memory, whoever makes it.
 *
 * @param processors that it may use at once
 * @param processes and threads
 * @param openFiles of one process
 * @param fileBytes of the largest file
 * @param workingFolder how {@link Confinement#WORKING_FOLDER}, the only place to write to, is mounted in memory
 */
public record Bounds(int processors, long processes, long openFiles, long fileBytes, String workingFolder) {
    private static final long MEBI = 1024 * 1024;

    /** For kernels, and for whatever compiles them. */
    public static final Bounds KERNELS = new Bounds(
            1,
            Confinement.PROCESSES,
            Confinement.OPEN_FILES,
            Confinement.FILE_BYTES,
            Confinement.WORKING_FOLDER_OPTIONS);

    public Bounds {
        requireNonNull(workingFolder, "workingFolder is null");
    }

    /** For training: PyTorch has threads for each processor, and opens its own libraries besides. */
    public static Bounds training(int processors) {
        return new Bounds(processors, 512, 1024, 64 * MEBI, "rw,noexec,nosuid,nodev,size=64m,nr_inodes=1k");
    }
}
