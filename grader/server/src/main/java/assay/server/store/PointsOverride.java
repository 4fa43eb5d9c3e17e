package assay.server.store;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Points;
import java.time.Instant;
import java.util.Optional;

/** Points that a teacher gave by hand; without points, an earlier one was withdrawn. */
public record PointsOverride(
        String id,
        String course,
        String assignment,
        String person,
        Optional<Points> points,
        String reason,
        String setBy,
        Instant setAt) {
    public PointsOverride {
        requireNonNull(id, "id is null");
        requireNonNull(course, "course is null");
        requireNonNull(assignment, "assignment is null");
        requireNonNull(person, "person is null");
        requireNonNull(points, "points is null");
        requireNonNull(reason, "reason is null");
        requireNonNull(setBy, "setBy is null");
        requireNonNull(setAt, "setAt is null");
    }
}
