package assay.core.late;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** What lateness costs. A day is 24 elapsed hours. */
public sealed interface LatePolicy {
    /** Lateness costs nothing. */
    record None() implements LatePolicy {}

    /**
     * So much off for every day that has begun.
     *
     * @param rate a day's share, e.g. 0.15
     * @param basis what it is a share of
     * @param cutoff from this much lateness on (inclusive) nothing is left
     * @param grace lateness up to this (inclusive) is none; beyond it, days count from the deadline
     */
    record PerDay(BigDecimal rate, Basis basis, Optional<Duration> cutoff, Duration grace) implements LatePolicy {
        public PerDay {
            requireNonNull(rate, "rate is null");
            requireNonNull(basis, "basis is null");
            requireNonNull(cutoff, "cutoff is null");
            requireNonNull(grace, "grace is null");
            if (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) > 0) {
                throw new IllegalArgumentException("rate must be from 0 to 1, but is " + rate);
            }
        }
    }

    /** What a day's rate is a share of. */
    enum Basis {
        /** final = raw × max(0, 1 − rate × days). */
        EARNED,
        /** final = raw × (1 − rate)^days. */
        EARNED_COMPOUND,
        /** final = max(0, raw − rate × days × maximum). */
        MAXIMUM
    }
}
