package assay.server.http;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How far gradings or comparisons are, for all who watch one: whoever looks when what is known has grown old asks the store for everybody,
 * in one query, and the others find what came of it. Safe for use by several threads.
 */
final class ProgressWatch {
    /**
     * How far one is.
     *
     * @param data JSON, as a browser is told
     * @param over whether nothing more will come
     */
    record News(String data, boolean over) {
        News {
            requireNonNull(data, "data is null");
        }
    }

    private final Function<Collection<String>, Map<String, News>> ask;
    private final long freshNanos;
    private final Map<String, Integer> watchers = new HashMap<>();
    private Map<String, News> seen = Map.of();
    private long lookedAt;

    /**
     * @param ask how far each of them is, by its id
     * @param fresh how old what is known may be
     */
    ProgressWatch(Function<Collection<String>, Map<String, News>> ask, Duration fresh) {
        this.ask = requireNonNull(ask, "ask is null");
        this.freshNanos = fresh.toNanos();
    }

    synchronized void enter(String id) {
        watchers.merge(id, 1, Integer::sum);
        lookedAt = 0; // nobody has asked for this one yet
        seen = Map.of();
    }

    synchronized void leave(String id) {
        watchers.computeIfPresent(id, (_, count) -> count == 1 ? null : count - 1);
    }

    synchronized Optional<News> look(String id) {
        if (seen.isEmpty() || System.nanoTime() - lookedAt >= freshNanos) {
            seen = ask.apply(watchers.keySet());
            lookedAt = System.nanoTime();
        }
        return Optional.ofNullable(seen.get(id));
    }
}
