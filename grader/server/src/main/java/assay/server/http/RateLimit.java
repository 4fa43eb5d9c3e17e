package assay.server.http;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** Counts requests by whom, minute by minute; what it knows goes with the minute, so it cannot grow for ever. */
final class RateLimit {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final int most;
    private final InstantSource clock;
    private final AtomicReference<Window> window;

    private record Window(Instant end, Map<String, Integer> counts) {
        /** A clock that was set back makes no minute longer. */
        boolean holds(Instant now) {
            return now.isBefore(end) && !now.plus(WINDOW).isBefore(end);
        }
    }

    RateLimit(int most, InstantSource clock) {
        this.most = most;
        this.clock = requireNonNull(clock, "clock is null");
        this.window = new AtomicReference<>(new Window(Instant.EPOCH, Map.of()));
    }

    /** @throws HttpProblem where it is one too many */
    void count(String who) {
        Instant now = clock.instant();
        Window current = window.updateAndGet(
                old -> old.holds(now) ? old : new Window(now.plus(WINDOW), new ConcurrentHashMap<>()));
        if (current.counts().merge(who, 1, Integer::sum) > most) {
            throw new HttpProblem(
                    429,
                    "Too many requests; please wait.",
                    Map.of("retry_after", Duration.between(now, current.end()).toSeconds() + 1));
        }
    }
}
