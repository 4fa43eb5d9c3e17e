package assay.core.late;

import assay.core.domain.Extension;
import assay.core.domain.Points;
import assay.core.late.LatePolicy.None;
import assay.core.late.LatePolicy.PerDay;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What lateness costs.
 *
 * <p>Lateness is measured between instants and a day is 24 elapsed hours, so neither daylight saving nor the zone of a
 * student or a server can change it. A day counts as soon as it has begun: one millisecond late is one day, exactly 24 h
 * is still one. Lateness within the grace (inclusive) is none; beyond it, days count from the deadline. From the cutoff
 * on (inclusive) nothing is left.
 */
public final class LateRule {
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MAXIMUM_EXPONENT = 999_999_999;

    private LateRule() {}

    /**
     * Judges one submission; with now as {@code submittedAt} it tells what handing in now would cost.
     *
     * @param deadline the assignment's
     * @param raw what was earned
     * @param maximum what can be earned
     * @param zone of the course, in which the arithmetic shows instants; nothing is computed in it
     */
    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // a component of the submission, handed on as it is
    public static Lateness judge(
            LatePolicy policy,
            Instant deadline,
            Optional<Extension> extension,
            Instant submittedAt,
            Points raw,
            Points maximum,
            ZoneId zone) {
        Instant own = extension.map(more -> more.deadline(deadline)).orElse(deadline);
        Duration lateBy = submittedAt.isAfter(own) ? Duration.between(own, submittedAt) : Duration.ZERO;
        long days = lateBy.compareTo(grace(policy)) <= 0 ? 0 : daysBegun(lateBy);
        LateArithmetic arithmetic = new LateArithmetic(zone);
        arithmetic.deadline(deadline, extension, own);
        arithmetic.handedIn(submittedAt, lateBy, days);
        Points left = switch (policy) {
            case None() -> arithmetic.free(raw, days);
            case PerDay rule -> left(rule, lateBy, days, raw, maximum, arithmetic);
        };
        return new Lateness(own, lateBy, days, raw.minus(left), arithmetic.lines());
    }

    private static Duration grace(LatePolicy policy) {
        return switch (policy) {
            case None() -> Duration.ZERO;
            case PerDay rule -> rule.grace();
        };
    }

    private static long daysBegun(Duration lateBy) {
        long whole = lateBy.dividedBy(DAY);
        return lateBy.equals(DAY.multipliedBy(whole)) ? whole : whole + 1;
    }

    private static Points left(
            PerDay rule, Duration lateBy, long days, Points raw, Points maximum, LateArithmetic arithmetic) {
        if (days == 0) {
            return arithmetic.inTime(raw, lateBy, rule.grace());
        }
        arithmetic.rule(rule, maximum);
        if (rule.cutoff().filter(cutoff -> lateBy.compareTo(cutoff) >= 0).isPresent()) {
            return arithmetic.cutOff();
        }
        BigDecimal taken = rule.rate().multiply(BigDecimal.valueOf(days));
        return switch (rule.basis()) {
            case EARNED ->
                arithmetic.earned(raw, rule.rate(), days, raw.value().multiply(BigDecimal.ONE.subtract(taken)));
            case EARNED_COMPOUND ->
                arithmetic.compound(
                        raw,
                        rule.rate(),
                        days,
                        raw.value().multiply(power(BigDecimal.ONE.subtract(rule.rate()), days)));
            case MAXIMUM ->
                arithmetic.maximum(
                        raw, rule.rate(), days, maximum, raw.value().subtract(taken.multiply(maximum.value())));
        };
    }

    /** To 34 digits, far beyond the six decimals of points, and so that years of lateness make no long number. */
    private static BigDecimal power(BigDecimal factor, long days) {
        return factor.pow((int) Math.min(days, MAXIMUM_EXPONENT), MathContext.DECIMAL128);
    }
}
