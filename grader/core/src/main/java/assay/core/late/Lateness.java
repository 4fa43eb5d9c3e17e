package assay.core.late;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Points;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What lateness cost one submission.
 *
 * @param deadline the student's own, with any extension
 * @param lateBy zero if in time
 * @param days days begun, after grace
 * @param penalty the points taken off
 * @param arithmetic the calculation spelled out, a line a step
 */
public record Lateness(Instant deadline, Duration lateBy, long days, Points penalty, List<String> arithmetic) {
    public Lateness {
        requireNonNull(deadline, "deadline is null");
        requireNonNull(lateBy, "lateBy is null");
        requireNonNull(penalty, "penalty is null");
        arithmetic = List.copyOf(arithmetic);
    }
}
