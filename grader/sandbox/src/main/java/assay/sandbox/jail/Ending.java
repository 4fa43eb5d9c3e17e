package assay.sandbox.jail;

/**
 * How a process ended, by what the kernel and the engine say.
 *
 * @param exitCode chosen by whoever was the last to have a say: perhaps a student
 * @param outOfMemory whether the kernel killed something in it because its memory limit was reached
 * @param killedFromOutside whether it was certainly ended by something that is neither in the jail nor of ours, such as
 *     an administrator or a machine that is out of memory as a whole
 */
public record Ending(int exitCode, boolean outOfMemory, boolean killedFromOutside) {
    /** An ending that it brought about by itself, for all that can be told. */
    public Ending(int exitCode, boolean outOfMemory) {
        this(exitCode, outOfMemory, false);
    }
}
