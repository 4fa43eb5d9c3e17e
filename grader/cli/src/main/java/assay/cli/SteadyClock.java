package assay.cli;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The machine's clock, but for what is too short to be true. A clock that jumps (a time server that errs for a moment, a
 * hand that slips) would make submissions late, sessions and leases end and signatures too old. So time goes on as it went
 * before, and a jump is believed once it has stayed. A clock that is merely set right bit by bit is followed at once. Safe
 * for use by several threads.
 */
final class SteadyClock implements InstantSource {
    private static final Logger logger = LoggerFactory.getLogger(SteadyClock.class);

    /** Far more than a time server adds from one look at the clock to the next. */
    static final Duration NO_JUMP = Duration.ofSeconds(2);

    static final Duration BELIEVED_AFTER = Duration.ofMinutes(2);

    private final InstantSource wall;
    private final LongSupplier nanos;
    private Instant anchor;
    private long anchored;
    private Optional<Jump> jump = Optional.empty();

    /** @param seen by the clock that counts on */
    private record Jump(long seen, Duration by) {}

    /**
     * Two clocks of one machine.
     *
     * @param wall that may be set
     * @param nanos that counts on, as {@code System.nanoTime} does
     */
    SteadyClock(InstantSource wall, LongSupplier nanos) {
        this.wall = requireNonNull(wall, "wall is null");
        this.nanos = requireNonNull(nanos, "nanos is null");
        this.anchor = wall.instant();
        this.anchored = nanos.getAsLong();
    }

    @Override
    public synchronized Instant instant() {
        Instant shown = wall.instant();
        long now = nanos.getAsLong();
        Instant expected = anchor.plusNanos(now - anchored);
        Duration off = Duration.between(expected, shown);
        if (isSmall(off)) {
            jump = Optional.empty();
            return follow(shown, now);
        }
        if (jump.filter(same -> isSmall(off.minus(same.by()))).isEmpty()) {
            logger.warn("the machine's clock jumped by {}; it is believed if it stays so for {}", off, BELIEVED_AFTER);
            jump = Optional.of(new Jump(now, off));
        }
        boolean stays = now - jump.orElseThrow().seen() >= BELIEVED_AFTER.toNanos();
        if (stays) {
            logger.warn("the machine's clock stays where it jumped to, by {}: it is believed now", off);
            jump = Optional.empty();
            return follow(shown, now);
        }
        return expected;
    }

    private Instant follow(Instant shown, long now) {
        anchor = shown;
        anchored = now;
        return shown;
    }

    private static boolean isSmall(Duration off) {
        return off.abs().compareTo(NO_JUMP) <= 0;
    }
}
