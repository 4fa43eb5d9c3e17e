package assay.core.port;

import java.util.List;

/** One sandbox with one submission's classes in it. Used by one thread at a time. */
public interface SandboxSession extends AutoCloseable {
    /** Which kernels the classes implement, as the sandbox reports it. */
    List<Implementation> implementations();

    /** Whether calls can still be made: false after a call was {@link CallOutcome.Killed}. */
    boolean alive();

    /** Whether code of an earlier call is still busy, so that the next part deserves a fresh sandbox. */
    boolean lingering();

    /** Runs one case under its own limits. */
    CallOutcome call(KernelCall call);

    /** Removes the sandbox with all that is in it. */
    @Override
    void close();
}
