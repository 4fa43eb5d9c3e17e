package assay.cli.bench;

import static java.util.Objects.requireNonNull;

import assay.core.batch.BatchListener;
import assay.core.pipeline.GradingEvent;
import assay.core.result.Grading;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntConsumer;

/** How long each submission takes: a thread takes one up when it is done with the one before. */
final class Walls implements BatchListener {
    private final IntConsumer progress;
    private final long start = System.nanoTime();
    private final Map<Thread, Long> last = new ConcurrentHashMap<>();
    private final Queue<Duration> walls = new ConcurrentLinkedQueue<>();

    /** @param progress gets the number of those that are done */
    Walls(IntConsumer progress) {
        this.progress = requireNonNull(progress, "progress is null");
    }

    /** The calling thread is done with one. */
    void done() {
        long now = System.nanoTime();
        Long before = last.put(Thread.currentThread(), now);
        walls.add(Duration.ofNanos(now - (before == null ? start : before)));
        progress.accept(walls.size());
    }

    List<Duration> all() {
        return List.copyOf(walls);
    }

    @Override
    public void event(GradingEvent event) {
        // Whole submissions are what is measured.
    }

    @Override
    public void done(Grading grading, boolean reused) {
        done();
    }
}
