package assay.runner.frame;

/** What the reader takes at most, and the writer gives; bytes are of UTF-8. */
public final class FrameLimits {
    /** Source files of one submission. */
    public static final int SOURCES = 10_000;

    public static final int PATH_BYTES = 4 * 1024;
    /** Of one source file. */
    public static final int SOURCE_BYTES = 16 * 1024 * 1024;

    /** Class files of one submission. */
    public static final int CLASSES = 10_000;

    /** Of all class files of one submission together, their names included. */
    public static final int CLASS_BYTES = 16 * 1024 * 1024;

    /** Of a class, an exception or a kernel. */
    public static final int NAME_BYTES = 4 * 1024;

    public static final int DIAGNOSTICS = 200;
    /** Of a summary, an exception's message or a compiler's message. */
    public static final int MESSAGE_BYTES = 4 * 1024;

    /** Of the source line in a diagnostic: 300 characters. */
    public static final int SOURCE_LINE_BYTES = 1200;

    public static final int IMPLEMENTATIONS = 500;
    public static final int STACK_LINES = 64;
    public static final int STACK_LINE_BYTES = 1024;
    public static final int ARGUMENTS = 64;
    public static final int RANK = 8;

    /** Of one tensor's or array's numbers. */
    public static final int NUMBER_BYTES = 1024 * 1024 * 1024;

    /** Of all weights of a network. */
    public static final int WEIGHT_BYTES = 512 * 1024 * 1024;

    /** Parameters of a network, and learning rates that are asked for. */
    public static final int PARAMETERS = 10_000;

    /** Through a network, as in training. */
    public static final int PASSES = 2;

    private FrameLimits() {}
}
