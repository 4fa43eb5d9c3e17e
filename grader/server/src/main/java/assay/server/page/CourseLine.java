package assay.server.page;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** A course and its assignments. */
public record CourseLine(String title, String role, List<AssignmentLine> assignments, Optional<Link> deliveries) {
    public CourseLine {
        requireNonNull(title, "title is null");
        requireNonNull(role, "role is null");
        assignments = List.copyOf(assignments);
        requireNonNull(deliveries, "deliveries is null");
    }
}
