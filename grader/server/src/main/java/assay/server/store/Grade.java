package assay.server.store;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Points;
import assay.core.domain.Verdict;
import java.time.Instant;
import java.util.Optional;

/** What counts for a student in an assignment; {@code version} counts up with each change. */
public record Grade(
        String course,
        String assignment,
        String person,
        Optional<String> grading,
        Optional<Points> points,
        Points maximum,
        Optional<Verdict> verdict,
        long daysLate,
        Optional<String> overriddenBy,
        long version,
        Instant changedAt) {
    public Grade {
        requireNonNull(course, "course is null");
        requireNonNull(assignment, "assignment is null");
        requireNonNull(person, "person is null");
        requireNonNull(grading, "grading is null");
        requireNonNull(points, "points is null");
        requireNonNull(maximum, "maximum is null");
        requireNonNull(verdict, "verdict is null");
        requireNonNull(overriddenBy, "overriddenBy is null");
        requireNonNull(changedAt, "changedAt is null");
    }
}
