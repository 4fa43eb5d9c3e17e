package assay.server.queue;

import static java.util.Objects.requireNonNull;

import com.github.kagkarlsson.scheduler.Clock;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that never goes back, for db-scheduler, which waits until an instant: where the clock is set back by a day, it
 * would look for no jobs for a day. This one goes on at half speed until the other has caught up. For many threads.
 */
final class NeverBack implements Clock {
    private static final long SLOWED = 2;

    private final InstantSource clock;
    private Instant last;
    private long asked = System.nanoTime();

    NeverBack(InstantSource clock) {
        this.clock = requireNonNull(clock, "clock is null");
        this.last = clock.instant();
    }

    @Override
    public synchronized Instant now() {
        long nanos = System.nanoTime();
        Instant slowed = last.plusNanos((nanos - asked) / SLOWED);
        Instant shown = clock.instant();
        asked = nanos;
        last = shown.isBefore(slowed) ? slowed : shown;
        return last;
    }
}
