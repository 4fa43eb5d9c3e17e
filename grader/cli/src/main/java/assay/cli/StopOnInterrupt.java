package assay.cli;

import static java.util.Objects.requireNonNull;

import assay.core.port.Sandbox;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Makes Ctrl-C and SIGTERM end a run in order: nothing new is taken up, the sandboxes are removed, and what is graded is
 * written, all before the process is gone.
 */
final class StopOnInterrupt implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CountDownLatch over = new CountDownLatch(1);
    private final Sandbox sandbox;
    private final Console console;
    private final Thread hook;
    private boolean stopping;
    private Runnable work = () -> {};

    private StopOnInterrupt(Sandbox sandbox, Console console) {
        this.sandbox = requireNonNull(sandbox, "sandbox is null");
        this.console = requireNonNull(console, "console is null");
        this.hook = new Thread(this::stop, "stop");
    }

    /** From now on until it is closed, when all is written. */
    static StopOnInterrupt of(Sandbox sandbox, Console console) {
        StopOnInterrupt stop = new StopOnInterrupt(sandbox, console);
        Runtime.getRuntime().addShutdownHook(stop.hook);
        return stop;
    }

    /** Tells how to stop the work; where the interrupt came first, stops it now. */
    synchronized void stopsBy(Runnable stopWork) {
        work = requireNonNull(stopWork, "stopWork is null");
        if (stopping) {
            stopWork.run();
        }
    }

    private synchronized void stopWork() {
        stopping = true;
        work.run();
    }

    /** What the hook does. */
    void stop() {
        console.say("Stopping; removing the containers ...");
        stopWork();
        sandbox.close();
        try {
            if (!over.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                console.say("Some results could not be written in time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
        if (!hook.isAlive()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The process is ending already, and the hook has been told that we are through.
                return;
            }
        }
    }
}
