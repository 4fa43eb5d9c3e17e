package assay.cli;

/** What a command's exit code says. */
final class ExitCode {
    /** Done. */
    static final int DONE = 0;
    /** Done, and there is something to look at. */
    static final int LOOK = 1;
    /** The command or its files are wrong. */
    static final int USAGE = 2;
    /** Something of ours is broken. */
    static final int FAULT = 3;

    private ExitCode() {}
}
