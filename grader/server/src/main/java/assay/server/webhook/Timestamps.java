package assay.server.webhook;

import assay.server.webhook.Incoming.Unsigned;
import java.time.Duration;
import java.time.Instant;

/** The second in which a request says that it was sent. */
final class Timestamps {
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private Timestamps() {}

    static void requireRecent(String seconds, Instant now) throws Unsigned {
        if (!seconds.matches("[0-9]{1,12}")) {
            throw new Unsigned(Refusal.MALFORMED);
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(seconds));
        if (sent.isBefore(now.minus(TOLERANCE))) {
            throw new Unsigned(Refusal.TOO_OLD);
        }
        if (sent.isAfter(now.plus(TOLERANCE))) {
            throw new Unsigned(Refusal.FROM_THE_FUTURE);
        }
    }
}
