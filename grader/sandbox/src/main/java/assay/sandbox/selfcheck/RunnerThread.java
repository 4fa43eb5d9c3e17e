package assay.sandbox.selfcheck;

import assay.core.domain.GraderFault;
import assay.runner.frame.FromRunner;
import assay.runner.frame.ToRunner;
import assay.runner.run.Runner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A runner on a thread of this JVM. Nothing can end a Java thread that does not want to end, so a call that hangs is given
 * up with its runner; all its threads are daemons, which do not keep the JVM alive.
 */
final class RunnerThread {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final ThreadGroup group = new ThreadGroup("self-check");
    private final BlockingQueue<ToRunner> said = new LinkedBlockingQueue<>();
    private final BlockingQueue<FromRunner> answers = new LinkedBlockingQueue<>();
    private volatile boolean givenUp;
    private final Thread thread = new Thread(group, this::serve, "self-check");

    private RunnerThread() {
        thread.setDaemon(true);
    }

    static RunnerThread started() {
        RunnerThread runner = new RunnerThread();
        runner.thread.start();
        return runner;
    }

    void say(ToRunner frame) {
        said.add(frame);
    }

    /**
     * The next answer; empty if there is none for so long.
     *
     * @throws GraderFault if there will never be one
     */
    Optional<FromRunner> hear(Duration atMost) {
        try {
            Optional<FromRunner> answer = Optional.ofNullable(answers.poll(atMost.toMillis(), TimeUnit.MILLISECONDS));
            if (answer.isEmpty() && !thread.isAlive()) {
                throw fault("it has ended");
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw fault("the tests are being stopped");
        }
    }

    /** What all threads that run now have used since they began, those of the student's code included. */
    Duration cpu() {
        Thread[] running = new Thread[group.activeCount() + 16];
        int count = group.enumerate(running, true);
        long nanos = Arrays.stream(running, 0, count)
                .mapToLong(runningThread -> Math.max(0, threads.getThreadCpuTime(runningThread.threadId())))
                .sum();
        return Duration.ofNanos(nanos);
    }

    /** Leaves it to itself; what waits or sleeps in it is interrupted. */
    void giveUp() {
        givenUp = true;
        group.interrupt();
    }

    private void serve() {
        // Made here, so that the runner does not take this thread for one that a student's code has started.
        try (Runner runner = new Runner(() -> {}, answers::add)) {
            while (!givenUp) { // nor after a call that ends at last
                runner.serve(said.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // given up
        } catch (IOException e) {
            throw new UncheckedIOException("a queue takes all that is put into it", e);
        }
    }

    private static GraderFault fault(String why) {
        return new GraderFault(GraderFault.Code.SANDBOX, "listen to the runner", why);
    }
}
