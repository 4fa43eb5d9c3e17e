package assay.sandbox.jail;

/**
 * How a process ended, by what the kernel and the engine say.
 *
 * @param exitCode chosen by whoever was the last to have a say: perhaps a student
 * @param outOfMemory whether the kernel killed something in it because its memory limit was reached
 */
public record Ending(int exitCode, boolean outOfMemory) {}
