package assay.sandbox.session;

import java.math.BigDecimal;
import java.time.Duration;

/** Wording for students. */
final class Texts {
    private Texts() {}

    /** E.g. {@code 2.5 s}. */
    static String seconds(Duration duration) {
        BigDecimal seconds = BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros();
        return seconds.toPlainString() + " s";
    }
}
