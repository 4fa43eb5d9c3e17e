package assay.runner.run;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Tells whether threads that a student's code started are still alive. It calls nothing of a thread that a subclass
 * could override, since the subclass would be the student's.
 */
final class StudentThreads {
    /** Threads that are about to end get that long. */
    private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private static final long LOOK_AGAIN_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

    /** Of a pool's idle threads; who leaves more behind makes new ones in each call, and there is an end of them. */
    private static final int MOST_WAITING = 16;

    private final Set<Thread> ours = Collections.newSetFromMap(new IdentityHashMap<>());

    private StudentThreads() {}

    /**
     * To be called before any code of a student's has run: all threads there are now are not theirs. Nor are those that
     * wait for calls, this runner's or another's in the same JVM.
     */
    static StudentThreads noneYet() {
        StudentThreads threads = new StudentThreads();
        threads.ours.addAll(Arrays.asList(alive()));
        return threads;
    }

    /** Whether one is alive, now and still after a short while. */
    boolean lingering() {
        long start = System.nanoTime();
        while (someAlive()) {
            if (System.nanoTime() - start > GRACE_NANOS) {
                return true;
            }
            Thread.interrupted(); // or else there is no waiting
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        return false;
    }

    private boolean someAlive() {
        int waiting = 0;
        for (Thread thread : alive()) {
            if (!(thread instanceof CallerThread) && !ours.contains(thread) && !isIdleWorkerOfJdk(thread)) {
                if (waiting == MOST_WAITING || !waitsForWork(thread)) {
                    return true;
                }
                waiting++;
            }
        }
        return false;
    }

    /** Parallel streams and virtual threads leave workers behind that sleep until somebody has work for them. */
    private static boolean isIdleWorkerOfJdk(Thread thread) {
        if (thread.getClass().getClassLoader() != null) {
            return false;
        }
        if (thread instanceof ForkJoinWorkerThread worker) {
            ForkJoinPool pool = worker.getPool();
            return pool.getClass() == ForkJoinPool.class && pool.isQuiescent();
        }
        return thread.getClass().getName().equals("jdk.internal.misc.InnocuousThread")
                && isInJdkAlone(thread.getStackTrace());
    }

    /** In a pool that the code made and keeps: until somebody brings some, and not until a moment that comes by itself. */
    private static boolean waitsForWork(Thread thread) {
        if (thread.getClass() != Thread.class) {
            return false;
        }
        StackTraceElement[] stack = thread.getStackTrace();
        return isInJdkAlone(stack)
                && Arrays.stream(stack).anyMatch(StudentThreads::takesTask)
                && Arrays.stream(stack).noneMatch(frame -> frame.getClassName().contains("Delay"));
    }

    private static boolean takesTask(StackTraceElement frame) {
        return frame.getClassName().equals(ThreadPoolExecutor.class.getName())
                && frame.getMethodName().equals("getTask");
    }

    /** A cleaner's thread, for one, may be in what a student gave it to do. */
    private static boolean isInJdkAlone(StackTraceElement... stack) {
        return Arrays.stream(stack).allMatch(frame -> "java.base".equals(frame.getModuleName()));
    }

    private static Thread[] alive() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        Thread[] threads = new Thread[root.activeCount() + 16];
        int count = root.enumerate(threads, true);
        while (count == threads.length) { // perhaps there were more
            threads = new Thread[2 * threads.length];
            count = root.enumerate(threads, true);
        }
        return Arrays.copyOf(threads, count);
    }
}
