package assay.sandbox.session;

import java.time.Duration;
import java.util.Optional;

/**
 * When to look at the processor time that a call uses, and when it is too much. Looking costs something, so calls that
 * are soon over are not looked at, and what was used before the first look is given to the student.
 */
final class CpuWatch {
    private static final Duration FIRST_LOOK = Duration.ofMillis(250);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final Duration AFTER_FAILED_LOOK = Duration.ofSeconds(1);

    private final Duration limit;
    private Optional<Duration> base = Optional.empty();
    private Duration used = Duration.ZERO;
    private Duration nextLook = FIRST_LOOK;

    CpuWatch(Duration limit) {
        this.limit = limit;
    }

    /** When to look next, counted from the start of the call. */
    Duration nextLook() {
        return nextLook;
    }

    /**
     * What was seen.
     *
     * @param at counted from the start of the call
     * @param total processor time since the process started; empty if nobody could tell
     */
    void saw(Duration at, Optional<Duration> total) {
        if (total.isEmpty()) {
            nextLook = at.plus(AFTER_FAILED_LOOK);
            return;
        }
        base = base.or(() -> total);
        used = total.get().minus(base.get());
        Duration left = limit.minus(used); // one processor uses it up no sooner than that
        nextLook = at.plus(left.compareTo(BETWEEN_LOOKS) < 0 ? BETWEEN_LOOKS : left);
    }

    boolean over() {
        return used.compareTo(limit) >= 0;
    }
}
