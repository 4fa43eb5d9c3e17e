package assay.server.outbox;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Spares a receiver that does not answer, and us the waiting: after five failures in a row nothing is sent for a while,
 * then one delivery, whose outcome decides. A delivery that is held back has not been tried.
 *
 * @param failures in a row
 * @param openUntil when the next may be tried, where it is open
 */
public record Breaker(int failures, Optional<Instant> openUntil) {
    private static final int ALLOWED = 5;
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int DOUBLINGS = 6;

    /** A receiver may ask to be left alone for a day; more than that nobody grants. */
    private static final Duration LONGEST_ASKED = Duration.ofDays(1);

    public static final Breaker CLOSED = new Breaker(0, Optional.empty());

    public Breaker {
        requireNonNull(openUntil, "openUntil is null");
    }

    /** Nobody is spared for longer than that: what seems to be was set before a clock was set back. */
    public boolean letsThrough(Instant now) {
        return openUntil
                .map(until -> !now.isBefore(until) || until.isAfter(now.plus(LONGEST_ASKED)))
                .orElse(true);
    }

    /** Set when one is let through while it is open: the next has to wait for its outcome. */
    public Breaker trying(Instant now) {
        return openUntil.isPresent() ? new Breaker(failures, Optional.of(now.plus(FIRST))) : this;
    }

    public Breaker failed(Instant now) {
        int count = failures + 1;
        if (count < ALLOWED) {
            return new Breaker(count, Optional.empty());
        }
        Duration wait = FIRST.multipliedBy(1L << Math.min(count - ALLOWED, DOUBLINGS));
        return new Breaker(count, Optional.of(now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait)));
    }
}
