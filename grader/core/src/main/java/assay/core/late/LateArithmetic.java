package assay.core.late;

import assay.core.domain.Extension;
import assay.core.domain.Points;
import assay.core.late.LatePolicy.PerDay;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Spells a calculation out for the student, a line a step; each step also gives what is left of the points. */
final class LateArithmetic {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final List<String> lines = new ArrayList<>();
    private final ZoneId zone;

    LateArithmetic(ZoneId zone) {
        this.zone = zone;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // handed on from the submission
    void deadline(Instant deadline, Optional<Extension> extension, Instant own) {
        lines.add("Deadline: " + TimeText.of(deadline, zone));
        extension.ifPresent(more -> lines.add("Extension: " + describe(more) + outcome(deadline, own)));
    }

    void handedIn(Instant submittedAt, Duration lateBy, long days) {
        String handedIn = "Handed in: " + TimeText.of(submittedAt, zone) + " → ";
        if (lateBy.isZero()) {
            lines.add(handedIn + "in time");
        } else {
            String begun = days == 0 ? "" : " → " + days(days) + " begun";
            lines.add(handedIn + TimeText.of(lateBy) + " late" + begun);
        }
    }

    Points free(Points raw, long days) {
        return unchanged(raw, days == 0 ? "Nothing is taken off" : "Lateness costs nothing in this assignment");
    }

    Points inTime(Points raw, Duration lateBy, Duration grace) {
        return unchanged(
                raw,
                lateBy.isZero()
                        ? "Nothing is taken off"
                        : "Within the grace of " + TimeText.of(grace) + ", nothing is taken off");
    }

    void rule(PerDay rule, Points maximum) {
        String percent = plain(rule.rate().multiply(HUNDRED)) + "%";
        String off = switch (rule.basis()) {
            case EARNED -> percent + " off what was earned";
            case EARNED_COMPOUND -> percent + " off what is still left";
            case MAXIMUM -> percent + " of the maximum (" + maximum + ") off what was earned";
        };
        String cutoff = rule.cutoff()
                .map(limit -> "; from " + TimeText.of(limit) + " late on, nothing is left")
                .orElse("");
        lines.add("Rule: each day begun takes " + off + cutoff);
    }

    Points cutOff() {
        lines.add("Too late: nothing is left");
        return Points.ZERO;
    }

    Points earned(Points raw, BigDecimal rate, long days, BigDecimal left) {
        String factor = "1 − " + days + " × " + plain(rate);
        return result(left, raw + " × " + (left.signum() < 0 ? "max(0, " + factor + ")" : "(" + factor + ")"));
    }

    Points compound(Points raw, BigDecimal rate, long days, BigDecimal left) {
        return result(left, raw + " × (1 − " + plain(rate) + ")^" + days);
    }

    Points maximum(Points raw, BigDecimal rate, long days, Points maximum, BigDecimal left) {
        String difference = raw + " − " + days + " × " + plain(rate) + " × " + maximum;
        return result(left, left.signum() < 0 ? "max(0, " + difference + ")" : difference);
    }

    private Points unchanged(Points raw, String reason) {
        lines.add(reason + ": " + raw + " − 0 = " + raw);
        return raw;
    }

    private Points result(BigDecimal left, String calculation) {
        Points points = new Points(left.max(BigDecimal.ZERO));
        boolean exact = left.signum() < 0 || points.value().compareTo(left) == 0;
        lines.add(calculation + (exact ? " = " : " ≈ ") + points);
        return points;
    }

    private String describe(Extension extension) {
        return switch (extension) {
            case Extension.Until(Instant instant) -> "until " + TimeText.of(instant, zone);
            case Extension.By(Duration duration) -> TimeText.of(duration);
        };
    }

    private String outcome(Instant deadline, Instant own) {
        return own.equals(deadline) ? ", which changes nothing" : " → your deadline is " + TimeText.of(own, zone);
    }

    private static String days(long days) {
        return days == 1 ? "1 day" : days + " days";
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
