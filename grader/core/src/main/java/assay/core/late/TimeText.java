package assay.core.late;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Instants and durations as a student reads them. */
final class TimeText {
    private static final DateTimeFormatter LOCAL = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT);
    private static final int NANO_DIGITS = 9;

    private TimeText() {}

    /** E.g. {@code 2022-09-19 23:59:59 (Asia/Singapore)}; with its offset where the clock shows that time twice. */
    static String of(Instant instant, ZoneId zone) {
        ZonedDateTime time = instant.atZone(zone);
        boolean twice = zone.getRules().getValidOffsets(time.toLocalDateTime()).size() > 1;
        return LOCAL.format(time) + (twice ? " " + time.getOffset() : "") + " (" + zone.getId() + ")";
    }

    /** E.g. {@code 2 d 3 h 0 min 0.001 s}, without units that are zero at either end: {@code 7 d}, {@code 0.5 s}. */
    static String of(Duration duration) {
        BigDecimal seconds = BigDecimal.valueOf(duration.toSecondsPart())
                .add(BigDecimal.valueOf(duration.toNanosPart(), NANO_DIGITS))
                .stripTrailingZeros();
        List<Amount> amounts = new ArrayList<>(List.of(
                new Amount(BigDecimal.valueOf(duration.toDaysPart()), "d"),
                new Amount(BigDecimal.valueOf(duration.toHoursPart()), "h"),
                new Amount(BigDecimal.valueOf(duration.toMinutesPart()), "min"),
                new Amount(seconds, "s")));
        while (amounts.size() > 1 && amounts.getLast().isZero()) {
            amounts.removeLast();
        }
        while (amounts.size() > 1 && amounts.getFirst().isZero()) {
            amounts.removeFirst();
        }
        return duration.isZero()
                ? "0 s"
                : String.join(" ", amounts.stream().map(Amount::toString).toList());
    }

    private record Amount(BigDecimal number, String unit) {
        boolean isZero() {
            return number.signum() == 0;
        }

        @Override
        public String toString() {
            return number.toPlainString() + " " + unit;
        }
    }
}
