package assay.server.store;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Points;
import assay.core.domain.Verdict;
import java.time.Instant;
import java.util.Optional;

/** What the table of a class shows of one member: nothing that is large. */
public record ClassRow(
        String person,
        String name,
        Role role,
        Optional<Points> points,
        Optional<Points> maximum,
        Optional<Verdict> verdict,
        Optional<Long> daysLate,
        Optional<String> overriddenBy,
        int submissions,
        Optional<Instant> last) {
    public ClassRow {
        requireNonNull(person, "person is null");
        requireNonNull(name, "name is null");
        requireNonNull(role, "role is null");
        requireNonNull(points, "points is null");
        requireNonNull(maximum, "maximum is null");
        requireNonNull(verdict, "verdict is null");
        requireNonNull(daysLate, "daysLate is null");
        requireNonNull(overriddenBy, "overriddenBy is null");
        requireNonNull(last, "last is null");
    }
}
