package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.server.store.Progress;
import assay.server.store.Store;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How far gradings are, for all who watch one: whoever looks when what is known has grown old asks the store for everybody,
 * in one query, and the others find what came of it. Safe for use by several threads.
 */
final class ProgressWatch {
    private final Store store;
    private final long freshNanos;
    private final Map<String, Integer> watchers = new HashMap<>();
    private Map<String, Progress> seen = Map.of();
    private long lookedAt;

    /** @param fresh how old what is known may be */
    ProgressWatch(Store store, Duration fresh) {
        this.store = requireNonNull(store, "store is null");
        this.freshNanos = fresh.toNanos();
    }

    synchronized void enter(String submission) {
        watchers.merge(submission, 1, Integer::sum);
        lookedAt = 0; // nobody has asked for this one yet
        seen = Map.of();
    }

    synchronized void leave(String submission) {
        watchers.computeIfPresent(submission, (_, count) -> count == 1 ? null : count - 1);
    }

    synchronized Optional<Progress> look(String submission) {
        if (seen.isEmpty() || System.nanoTime() - lookedAt >= freshNanos) {
            seen = store.read(tx -> tx.gradings().progress(watchers.keySet()));
            lookedAt = System.nanoTime();
        }
        return Optional.ofNullable(seen.get(submission));
    }
}
