package assay.sandbox.jail;

/** The bounds of a container beside its memory, whoever makes it. Every one answers an attack; the tests have them. */
public final class Confinement {
    /** Of the unprivileged user that the images have, and of its group. */
    public static final int USER = 65532;

    /** Processes and threads. */
    public static final long PROCESSES = 128;

    public static final long OPEN_FILES = 256;
    public static final long FILE_BYTES = 16 * 1024 * 1024;

    /** A whole period of this is one processor. */
    public static final long CPU_PERIOD_MICROS = 100_000;

    /** Added to what makes the kernel choose a process when the machine has no memory left: before all others'. */
    public static final int OOM_SCORE = 500;

    public static final String HOST_NAME = "sandbox";

    /** The only place to write to. */
    public static final String WORKING_FOLDER = "/tmp";

    /** How {@link #WORKING_FOLDER} is mounted, in memory. */
    public static final String WORKING_FOLDER_OPTIONS = "rw,noexec,nosuid,nodev,size=16m,nr_inodes=1k";

    private Confinement() {}
}
