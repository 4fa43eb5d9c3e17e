package assay.core.lms;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as Ruby writes them into YAML: {@code 2022-09-19 15:59:59.123456000 Z}, or as ISO 8601 has them. */
final class RubyTime {
    private static final Pattern SPACED = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\d)[ T](\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?) ?(Z|UTC|[+-]\\d\\d:?\\d\\d)");

    private RubyTime() {}

    static Optional<Instant> instant(String text) {
        Matcher time = SPACED.matcher(text.strip());
        if (!time.matches()) {
            return Optional.empty();
        }
        String zone = time.group(3).equals("UTC") ? "Z" : time.group(3);
        String offset = zone.length() == 5 ? zone.substring(0, 3) + ":" + zone.substring(3) : zone;
        try {
            return Optional.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME
                    .withLocale(Locale.ROOT)
                    .parse(time.group(1) + "T" + time.group(2) + offset, Instant::from));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }
}
