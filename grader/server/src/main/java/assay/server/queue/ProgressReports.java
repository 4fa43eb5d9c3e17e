package assay.server.queue;

import static java.util.Objects.requireNonNull;

import assay.core.domain.GraderFault;
import assay.core.pipeline.GradingEvent;
import assay.server.store.Store;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells now and then how many cases are done, which costs the store a write. */
final class ProgressReports implements Consumer<GradingEvent> {
    private static final Logger logger = LoggerFactory.getLogger(ProgressReports.class);
    private static final Duration BETWEEN = Duration.ofMillis(400);

    private final Store store;
    private final String id;
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicLong told = new AtomicLong(System.nanoTime() - BETWEEN.toNanos());

    /** @param id of the grading */
    ProgressReports(Store store, String id) {
        this.store = requireNonNull(store, "store is null");
        this.id = requireNonNull(id, "id is null");
    }

    @Override
    public void accept(GradingEvent event) {
        switch (event) {
            case GradingEvent.CaseDone _ -> tell(done.incrementAndGet());
            case GradingEvent.Retried retried -> logger.info("trying again: {}", retried.reason());
            case GradingEvent.Compiled _, GradingEvent.EpochDone _, GradingEvent.Graded _ -> {}
        }
    }

    private void tell(int cases) {
        long now = System.nanoTime();
        if (now - told.get() < BETWEEN.toNanos()) {
            return;
        }
        told.set(now);
        try {
            store.write(tx -> {
                tx.gradings().progress(id, cases);
                return true;
            });
        } catch (GraderFault away) { // a courtesy, for which no grading is broken off
            logger.info("progress of {} could not be told: {}", id, away.explanation());
        }
    }
}
