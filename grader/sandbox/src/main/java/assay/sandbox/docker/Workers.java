package assay.sandbox.docker;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads for questions and orders to the engine that nobody should wait for. Where too many wait already, whoever asks
 * does the work, so that removing containers cannot fall behind making them.
 */
final class Workers {
    private static final int THREADS = 4;
    private static final int WAITING = 16;
    private static final Duration FINISH_WITHIN = Duration.ofSeconds(10);

    private final ExecutorService executor = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("assay-engine-", 0).factory(),
            new ThreadPoolExecutor.CallerRunsPolicy());

    void execute(Runnable work) {
        executor.execute(work);
    }

    /** Waits until all is done; takes no more. */
    void finish() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(FINISH_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
