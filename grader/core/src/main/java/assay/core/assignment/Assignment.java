package assay.core.assignment;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Limits;
import assay.core.domain.Points;
import assay.core.late.LatePolicy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What is asked of the students, and how it is weighed.
 *
 * @param id as its folder is called, e.g. {@code cs5242-hw4}
 * @param version counts up with each change that can change a grade
 * @param zone of the course; instants are shown in it, and nothing is computed in it
 * @param deadline the last instant that is in time
 * @param digest SHA-256 of the assignment file, in hexadecimal
 */
public record Assignment(
        String id,
        String title,
        int version,
        ZoneId zone,
        Instant deadline,
        LatePolicy late,
        Limits limits,
        Feedback feedback,
        List<Part> parts,
        String digest) {
    public Assignment {
        requireNonNull(id, "id is null");
        requireNonNull(title, "title is null");
        requireNonNull(zone, "zone is null");
        requireNonNull(deadline, "deadline is null");
        requireNonNull(late, "late is null");
        requireNonNull(limits, "limits is null");
        requireNonNull(feedback, "feedback is null");
        requireNonNull(digest, "digest is null");
        parts = List.copyOf(parts);
    }

    /** The denominator: fixed by the assignment, before anything runs. */
    public Points points() {
        return parts.stream().map(Part::points).reduce(Points.ZERO, Points::plus);
    }
}
