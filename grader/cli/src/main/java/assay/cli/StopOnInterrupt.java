package assay.cli;

import static java.util.Objects.requireNonNull;

import assay.core.batch.ClassGrading;
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
    private final Thread hook;

    private StopOnInterrupt(ClassGrading grading, Sandbox sandbox, Console console) {
        this.hook = new Thread(() -> stop(grading, sandbox, console), "stop");
    }

    static StopOnInterrupt of(ClassGrading grading, Sandbox sandbox, Console console) {
        requireNonNull(grading, "grading is null");
        StopOnInterrupt stop = new StopOnInterrupt(grading, sandbox, console);
        Runtime.getRuntime().addShutdownHook(stop.hook);
        return stop;
    }

    private void stop(ClassGrading grading, Sandbox sandbox, Console console) {
        console.say("Stopping; removing the containers ...");
        grading.stop();
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
