package assay.server.http;

import assay.core.domain.Extension;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The fields {@code until} and {@code by} of a request for more time: the one place that says which make sense. */
final class MoreTime {
    /** Beyond these, what databases and calendars reckon with would overflow. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private static final Duration LONGEST = Duration.ofDays(3660);

    private MoreTime() {}

    /**
     * @param until as ISO 8601 writes an instant, e.g. {@code 2026-11-30T22:59:59Z}
     * @param by as ISO 8601 writes a duration, e.g. {@code P2D} or {@code PT12H}
     * @return empty where neither is there, by which an extension is taken back
     */
    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // a request has one, the other or neither
    static Optional<Extension> read(Optional<String> until, Optional<String> by) {
        if (until.isPresent() && by.isPresent()) {
            throw HttpProblem.bad("until and by: an extension has one of them, and not both");
        }
        return until.map(MoreTime::until).or(() -> by.map(MoreTime::by));
    }

    private static Extension until(String text) {
        try {
            Instant until = Instant.parse(text);
            if (until.isBefore(Instant.EPOCH) || until.isAfter(LATEST)) {
                throw HttpProblem.bad("until: an instant from 1970 to 9999");
            }
            return new Extension.Until(until);
        } catch (DateTimeException e) {
            throw HttpProblem.bad("until: an instant such as 2026-11-30T22:59:59Z");
        }
    }

    private static Extension by(String text) {
        try {
            Duration by = Duration.parse(text);
            if (!by.isPositive() || by.compareTo(LONGEST) > 0) {
                throw HttpProblem.bad("by: a duration of more than nothing, and of " + LONGEST.toDays()
                        + " days at most; without it and until, an extension is taken back");
            }
            return new Extension.By(by);
        } catch (DateTimeException e) {
            throw HttpProblem.bad("by: a duration such as P2D or PT12H");
        }
    }
}
