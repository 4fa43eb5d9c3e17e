package assay.runner.run;

import java.util.concurrent.locks.LockSupport;

/** The thread on which one call enters a student's code. */
final class CallerThread extends Thread {
    /**
     * Eight times Java's default, so that no recursion overflows here that did not on the student's own machine; memory
     * is taken as it is used, and an endless recursion still ends within a second.
     */
    private static final long STACK_BYTES = 8L * 1024 * 1024;

    private final Invocation invocation;

    CallerThread(Invocation invocation) {
        super(new ThreadGroup("student"), invocation, "student", STACK_BYTES, false);
        this.invocation = invocation;
    }

    /** Does not return, except where the exit has to end the whole JVM. */
    void exit(Throwable where) {
        if (invocation.exited(where)) {
            while (true) {
                LockSupport.park(this); // a student's code may wake any thread
            }
        }
    }
}
