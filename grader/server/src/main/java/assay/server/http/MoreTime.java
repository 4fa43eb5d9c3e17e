package assay.server.http;

import assay.core.domain.Extension;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** The fields of a request for more time, and of the forms for it: the one place that says which make sense. */
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
        return until.map(MoreTime::instant).map(MoreTime::until).or(() -> by.map(MoreTime::by));
    }

    /**
     * The same of a form.
     *
     * @param hours a whole number
     * @param until as a field for date and time writes it, e.g. {@code 2026-11-30T23:59}
     * @param zone in which it is meant
     */
    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // a form has one, the other or neither
    static Optional<Extension> form(Optional<String> hours, Optional<String> until, ZoneId zone) {
        if (hours.isPresent() && until.isPresent()) {
            throw HttpProblem.bad("hours and until: an extension has one of them, and not both");
        }
        return until.map(text -> local(text, zone)).map(MoreTime::until).or(() -> hours.map(MoreTime::hours));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw HttpProblem.bad("until: an instant such as 2026-11-30T22:59:59Z");
        }
    }

    private static Instant local(String text, ZoneId zone) {
        try {
            return LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw HttpProblem.bad("until: a date and a time such as 2026-11-30T23:59");
        }
    }

    private static Extension until(Instant until) {
        if (until.isBefore(Instant.EPOCH) || until.isAfter(LATEST)) {
            throw HttpProblem.bad("until: an instant from 1970 to 9999");
        }
        return new Extension.Until(until);
    }

    private static Extension hours(String text) {
        if (!text.matches("[1-9][0-9]{0,3}")) {
            throw HttpProblem.bad("hours: a whole number from 1 to 9999; empty where an extension is taken back");
        }
        return new Extension.By(Duration.ofHours(Long.parseLong(text)));
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
