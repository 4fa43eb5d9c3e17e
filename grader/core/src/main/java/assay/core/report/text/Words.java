package assay.core.report.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Times, errors and numbers as people read them; the same on every machine. */
public final class Words {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss.SSS", Locale.ENGLISH);
    private static final int NANOS_A_MILLI = 1_000_000;

    private Words() {}

    /** In a course's zone, with its offset then, e.g. {@code 19 September 2022, 23:59:59 (Asia/Singapore, UTC+08:00)}. */
    public static String instant(Instant instant, ZoneId zone) {
        ZonedDateTime local = instant.atZone(zone);
        String offset = local.getOffset().getTotalSeconds() == 0
                ? "UTC"
                : "UTC" + local.getOffset().getId();
        String where = zone.getId().equals(offset) || zone.getId().equals("Z") ? offset : zone.getId() + ", " + offset;
        return (local.getNano() < NANOS_A_MILLI ? SECONDS : MILLIS).format(local) + " (" + where + ")";
    }

    /** Every unit that is not zero, since one millisecond can cost a day: e.g. {@code 2 days 1 ms}. */
    public static String duration(Duration duration) {
        List<String> units = new ArrayList<>();
        long days = duration.toDaysPart();
        add(units, days, days == 1 ? "day" : "days");
        add(units, duration.toHoursPart(), "h");
        add(units, duration.toMinutesPart(), "min");
        add(units, duration.toSecondsPart(), "s");
        add(units, duration.toMillisPart(), "ms");
        if (!units.isEmpty()) {
            return String.join(" ", units);
        }
        return duration.isZero() ? "0 s" : "less than 1 ms";
    }

    private static void add(List<String> units, long count, String unit) {
        if (count != 0) {
            units.add(count + " " + unit);
        }
    }

    /** How long code ran, to three digits: {@code 12.3 ms}, {@code 1.25 s}. */
    public static String elapsed(Duration wall) {
        double millis = wall.toNanos() / (double) NANOS_A_MILLI;
        if (millis >= 1000) {
            return String.format(Locale.ROOT, "%.2f s", millis / 1000);
        }
        return String.format(Locale.ROOT, millis < 10 ? "%.2f ms" : millis < 100 ? "%.1f ms" : "%.0f ms", millis);
    }

    /** Two digits and an exponent, {@code 1.3e-5}; 0 and numbers from 0.01 to 9999 without one. */
    public static String error(double value) {
        if (Double.isNaN(value)) {
            return "not a number";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "infinity" : "-infinity";
        }
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (size >= 0.01 && size < 10_000) {
            return String.format(Locale.ROOT, size < 1 ? "%.3f" : size < 100 ? "%.2f" : "%.0f", value);
        }
        String scientific = String.format(Locale.ROOT, "%.1e", value);
        return scientific.replace("e+0", "e").replace("e+", "e").replace("e-0", "e-");
    }

    /** With thousands apart, e.g. {@code 6,144}. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A number and what it counts, in the right number: {@code 1 student}, {@code 2 students}. */
    public static String plural(long count, String one, String many) {
        return count(count) + " " + (count == 1 ? one : many);
    }
}
