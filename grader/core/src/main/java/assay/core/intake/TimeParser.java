package assay.core.intake;

import assay.core.domain.Extension;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** Times and extensions as people write them into CSV and YAML. */
final class TimeParser {
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final Duration LONGEST = Duration.ofDays(3650);
    private static final String EXAMPLE = "2022-09-19T23:59:59+08:00";

    private TimeParser() {}

    /** An ISO date and time with an offset, a zone in brackets behind it or not. */
    static Parsed<Instant> instant(String text) {
        if (text.isEmpty()) {
            return new Parsed.Bad<>("is empty; a time such as " + EXAMPLE + " is needed");
        }
        try {
            Instant instant = DateTimeFormatter.ISO_ZONED_DATE_TIME.parse(text, Instant::from);
            return instant.isBefore(EARLIEST) || instant.isAfter(LATEST)
                    ? new Parsed.Bad<>(Shown.quoted(text) + " lies outside the years 1970 to 9999")
                    : new Parsed.Value<>(instant);
        } catch (DateTimeException notZoned) {
            String why = isLocal(text) ? " does not say its zone" : " is not a time";
            return new Parsed.Bad<>(Shown.quoted(text) + why + "; write it as in " + EXAMPLE);
        }
    }

    /** A later deadline, or how much later, e.g. {@code P2D} or {@code PT12H}. */
    static Parsed<Extension> extension(String text) {
        if (!text.startsWith("P") && !text.startsWith("p")) {
            return switch (instant(text)) {
                case Parsed.Value<Instant>(Instant until) -> new Parsed.Value<>(new Extension.Until(until));
                case Parsed.Bad<Instant>(String why) -> new Parsed.Bad<>(why + ", or for so much longer P2D or PT12H");
            };
        }
        try {
            Duration duration = Duration.parse(text);
            if (duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST) > 0) {
                return new Parsed.Bad<>(Shown.quoted(text) + " is not between zero and ten years");
            }
            return new Parsed.Value<>(new Extension.By(duration));
        } catch (DateTimeException notIso) {
            return new Parsed.Bad<>(Shown.quoted(text) + " is not an ISO duration; write it as in P2D or PT12H");
        }
    }

    private static boolean isLocal(String text) {
        try {
            LocalDateTime.parse(text);
            return true;
        } catch (DateTimeException notEvenThat) {
            return false;
        }
    }
}
