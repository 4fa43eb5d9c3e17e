package assay.server.outbox;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When a delivery that failed is tried again. The waits are those that Standard Webhooks gives for an example; a tenth
 * more or less keeps receivers that were away from being met by everybody at once.
 */
public record RetrySchedule(List<Duration> waits) {
    private static final double JITTER = 0.1;
    private static final Duration LONGEST_ASKED = Duration.ofDays(1);

    public RetrySchedule {
        waits = List.copyOf(waits);
    }

    /** Ten tries over three days and three hours. */
    public static RetrySchedule standard() {
        return new RetrySchedule(List.of(
                Duration.ofSeconds(5),
                Duration.ofMinutes(5),
                Duration.ofMinutes(30),
                Duration.ofHours(2),
                Duration.ofHours(5),
                Duration.ofHours(10),
                Duration.ofHours(14),
                Duration.ofHours(20),
                Duration.ofHours(24)));
    }

    /**
     * How long to wait; empty if it was the last try.
     *
     * @param tries so far, at least one
     * @param random in [0, 1)
     */
    public Optional<Duration> after(int tries, double random) {
        if (tries > waits.size()) {
            return Optional.empty();
        }
        long millis = waits.get(tries - 1).toMillis();
        return Optional.of(Duration.ofMillis(Math.round(millis * (1 + JITTER * (2 * random - 1)))));
    }

    /** The same, but no sooner than the receiver asked for, within a day. */
    public Optional<Duration> after(int tries, double random, Duration asked) {
        Duration capped = capped(asked);
        return after(tries, random).map(wait -> wait.compareTo(capped) < 0 ? capped : wait);
    }

    /** What a receiver asked for, within a day. */
    public Duration capped(Duration asked) {
        requireNonNull(asked, "asked is null");
        return asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
    }
}
