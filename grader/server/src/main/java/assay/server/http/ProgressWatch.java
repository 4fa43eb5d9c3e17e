package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.server.store.Progress;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How far gradings are, for all who watch one: whoever looks when what is known has grown old asks the store for everybody,
 * in one query, and the others find what came of it. Safe for use by several threads.
 */
final class ProgressWatch {
    private final Function<Collection<String>, Map<String, Progress>> ask;
    private final long freshNanos;
    private final Map<String, Integer> watchers = new HashMap<>();
    private Map<String, Progress> seen = Map.of();
    private long lookedAt;

    /**
     * @param ask how far submissions are
     * @param fresh how old what is known may be
     */
    ProgressWatch(Function<Collection<String>, Map<String, Progress>> ask, Duration fresh) {
        this.ask = requireNonNull(ask, "ask is null");
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
            seen = ask.apply(watchers.keySet());
            lookedAt = System.nanoTime();
        }
        return Optional.ofNullable(seen.get(submission));
    }
}
