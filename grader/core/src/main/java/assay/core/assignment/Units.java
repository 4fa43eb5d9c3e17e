package assay.core.assignment;

import assay.core.domain.DataSize;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts as people write them in files and on the command line; empty where the text is none. */
public final class Units {
    /** To be put into an error message. */
    public static final String DURATION = "a duration with its unit, such as 250ms, 30s, 20m, 12h or 7d";

    public static final String SIZE = "a size with its unit, such as 256KiB, 512MiB or 2GiB";
    public static final String PERCENT = "a percentage from 0% to 100%, such as 15%";

    private static final Pattern DURATION_FORM = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");
    private static final Pattern SIZE_FORM = Pattern.compile("([0-9]{1,9})(B|KiB|MiB|GiB)");
    private static final Pattern PERCENT_FORM = Pattern.compile("(100|[0-9]{1,2}(?:\\.[0-9]{1,6})?)%");
    private static final int HUNDREDTHS = 2;
    private static final int GIBI = 1024;

    private Units() {}

    /** E.g. {@code 250ms}, {@code 30s}, {@code 20m}, {@code 12h} or {@code 7d}; a day has 24 hours. */
    public static Optional<Duration> duration(String text) {
        return match(DURATION_FORM, text).map(form -> {
            long amount = Long.parseLong(form.group(1));
            return switch (form.group(2)) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                case "m" -> Duration.ofMinutes(amount);
                case "h" -> Duration.ofHours(amount);
                default -> Duration.ofDays(amount);
            };
        });
    }

    /** E.g. {@code 512MiB}. */
    public static Optional<DataSize> size(String text) {
        return match(SIZE_FORM, text).map(form -> {
            long amount = Long.parseLong(form.group(1));
            return switch (form.group(2)) {
                case "B" -> new DataSize(amount);
                case "KiB" -> DataSize.ofKibibytes(amount);
                case "MiB" -> DataSize.ofMebibytes(amount);
                default -> DataSize.ofMebibytes(amount * GIBI);
            };
        });
    }

    /** A share from 0 to 1, e.g. 0.15 for {@code 15%}. */
    public static Optional<BigDecimal> percent(String text) {
        return match(PERCENT_FORM, text).map(form -> new BigDecimal(form.group(1)).movePointLeft(HUNDREDTHS));
    }

    private static Optional<Matcher> match(Pattern form, String text) {
        return Optional.of(form.matcher(text)).filter(Matcher::matches);
    }
}
