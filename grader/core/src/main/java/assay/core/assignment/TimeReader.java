package assay.core.assignment;

import assay.core.yaml.YamlValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads the deadline and the zone of the course. */
final class TimeReader {
    private static final String ZONE = "the name of a time zone, such as Asia/Singapore";
    private static final String DEADLINE = "a date and time with its offset, such as 2022-09-19T23:59:59+08:00";
    private static final int EARLIEST_YEAR = 1970;
    private static final int LATEST_YEAR = 9999;

    private TimeReader() {}

    static Optional<ZoneId> zone(YamlValue value) {
        return value.written(ZONE, text -> {
            try {
                return Optional.of(ZoneId.of(text));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    /** @param zone only to say which offset may be meant where there is none */
    static Optional<Instant> deadline(YamlValue value, ZoneId zone) {
        return value.written(DEADLINE + offset(value, zone), text -> parse(text).map(OffsetDateTime::toInstant));
    }

    private static Optional<OffsetDateTime> parse(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text))
                    .filter(time -> time.getYear() >= EARLIEST_YEAR && time.getYear() <= LATEST_YEAR);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String offset(YamlValue value, ZoneId zone) {
        return value.raw()
                .flatMap(text -> {
                    try {
                        return Optional.of(LocalDateTime.parse(text));
                    } catch (DateTimeParseException e) {
                        return Optional.empty();
                    }
                })
                .map(local -> " (without an offset it is unclear which instant is meant; in " + zone + " it would be "
                        + local.atZone(zone).toOffsetDateTime() + ")")
                .orElse("");
    }
}
