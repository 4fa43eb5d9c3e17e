package assay.core.domain;

import static java.util.Objects.requireNonNull;

/**
 * The points of one grading, kept apart.
 *
 * @param maximum what can be earned, fixed before the run
 * @param raw what was earned
 * @param penalty what lateness took
 * @param total what counts: raw less penalty
 */
public record Score(Points maximum, Points raw, Points penalty, Points total) {
    public Score {
        requireNonNull(maximum, "maximum is null");
        requireNonNull(raw, "raw is null");
        requireNonNull(penalty, "penalty is null");
        requireNonNull(total, "total is null");
    }
}
