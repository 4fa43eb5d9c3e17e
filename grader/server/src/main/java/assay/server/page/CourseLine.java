package assay.server.page;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A course and its assignments. */
public record CourseLine(String title, String role, List<AssignmentLine> assignments, List<Link> links) {
    public CourseLine {
        requireNonNull(title, "title is null");
        requireNonNull(role, "role is null");
        assignments = List.copyOf(assignments);
        links = List.copyOf(links);
    }
}
