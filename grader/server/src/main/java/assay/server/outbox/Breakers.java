package assay.server.outbox;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A breaker for each receiver, kept in memory: what a restart forgets, the next answers tell again. For many threads. */
public final class Breakers {
    private final Map<String, Breaker> open = new ConcurrentHashMap<>();

    public boolean letsThrough(String receiver, Instant now) {
        return of(receiver).letsThrough(now);
    }

    public void trying(String receiver, Instant now) {
        open.computeIfPresent(receiver, (_, breaker) -> breaker.trying(now));
    }

    public void answered(String receiver) {
        open.remove(receiver);
    }

    /** @param asked how long the receiver wants to be left alone; zero where it did not say */
    public void failed(String receiver, Instant now, Duration asked) {
        requireNonNull(asked, "asked is null");
        Breaker failed = of(receiver).failed(now);
        open.put(receiver, asked.isZero() ? failed : new Breaker(failed.failures(), Optional.of(now.plus(asked))));
    }

    private Breaker of(String receiver) {
        return open.getOrDefault(receiver, Breaker.CLOSED);
    }
}
