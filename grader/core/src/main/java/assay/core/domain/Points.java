package assay.core.domain;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Points of an assignment, exact to six decimals (half up), so that sums and penalties are the same on every machine.
 *
 * @param value never negative
 */
public record Points(BigDecimal value) implements Comparable<Points> {
    public static final Points ZERO = new Points(BigDecimal.ZERO);
    private static final int DECIMALS = 6;

    public Points {
        requireNonNull(value, "value is null");
        if (value.signum() < 0) {
            throw new IllegalArgumentException("points are negative: " + value);
        }
        BigDecimal stripped = value.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        value = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    public static Points of(String decimal) {
        return new Points(new BigDecimal(decimal));
    }

    public Points plus(Points other) {
        return new Points(value.add(other.value));
    }

    /** The difference, or zero where more is taken away than there is. */
    public Points minus(Points other) {
        return new Points(value.subtract(other.value).max(BigDecimal.ZERO));
    }

    /** These points times {@code numerator / denominator}. */
    public Points fraction(int numerator, int denominator) {
        return new Points(value.multiply(BigDecimal.valueOf(numerator))
                .divide(BigDecimal.valueOf(denominator), DECIMALS, RoundingMode.HALF_UP));
    }

    @Override
    public int compareTo(Points other) {
        return value.compareTo(other.value);
    }

    /** Plain decimal notation without needless zeros, e.g. {@code 2.5}. */
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
