package assay.runner.run;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The thread on which the calls of one part enter a student's code, one after another: a thread for each call costs a new
 * stack and a new piece of the heap.
 */
final class CallerThread extends Thread {
    /**
     * Eight times Java's default, so that no recursion overflows here that did not on the student's own machine; memory
     * is taken as it is used, and an endless recursion still ends within a second.
     */
    private static final long STACK_BYTES = 8L * 1024 * 1024;

    private final StudentLoader loader;
    private volatile @Nullable Invocation next;
    private volatile boolean ended;
    private @Nullable Invocation current;

    private CallerThread(StudentLoader loader) {
        super(new ThreadGroup("student"), null, "student", STACK_BYTES, false);
        this.loader = loader;
    }

    /** One that has begun, and waits for a call. */
    static CallerThread of(StudentLoader loader) {
        CallerThread thread = new CallerThread(loader);
        thread.start();
        return thread;
    }

    /** Whether its calls are of classes as that loader has loaded them. */
    boolean isOf(StudentLoader other) {
        return loader == other;
    }

    /** Makes the call, after the one before it is over. */
    void make(Invocation invocation) {
        next = invocation;
        LockSupport.unpark(this);
    }

    /** Makes no more; what is being made goes on. */
    void end() {
        ended = true;
        LockSupport.unpark(this);
    }

    /** Public as every thread's; a student's code may call it on a thread of its own, where it makes no calls. */
    @Override
    public void run() {
        if (Thread.currentThread() != this) {
            return;
        }
        while (!ended) {
            Invocation invocation = next;
            Thread.interrupted(); // whoever did that, it is not for the next call
            if (invocation == null) {
                LockSupport.park(this);
            } else {
                next = null;
                current = invocation;
                setContextClassLoader(loader);
                try {
                    invocation.run();
                } catch (Throwable e) {
                    // That call has its ending all the same, and the next may already be on its way.
                }
                current = null; // nor what it refers to
            }
        }
    }

    /** Does not return, except where the exit has to end the whole JVM. */
    void exit() {
        Invocation exiting = current;
        if (exiting != null && exiting.exited(new Throwable())) {
            while (true) {
                Thread.interrupted(); // or else there is no waiting
                LockSupport.park(this); // a student's code may wake any thread
            }
        }
    }
}
