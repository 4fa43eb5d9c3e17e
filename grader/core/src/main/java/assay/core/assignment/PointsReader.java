package assay.core.assignment;

import assay.core.domain.Points;
import assay.core.yaml.YamlValue;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads points: exact, not negative, and with no more decimals than points have. */
final class PointsReader {
    private static final BigDecimal MOST_POINTS = BigDecimal.valueOf(1_000_000);
    private static final int DECIMALS = 6;

    private PointsReader() {}

    static Optional<Points> points(YamlValue value) {
        return value.exactNumber().flatMap(number -> {
            if (number.signum() < 0) {
                return value.problem(
                        "must not be negative, but is " + value.raw().orElse(""));
            }
            if (number.compareTo(MOST_POINTS) > 0) {
                return value.problem("must be at most " + MOST_POINTS);
            }
            return number.stripTrailingZeros().scale() > DECIMALS
                    ? value.problem("must have at most " + DECIMALS + " decimals")
                    : Optional.of(new Points(number));
        });
    }
}
