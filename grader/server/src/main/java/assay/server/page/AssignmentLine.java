package assay.server.page;

import static java.util.Objects.requireNonNull;

/** An assignment in a list. */
public record AssignmentLine(Link link, String due, String standing) {
    public AssignmentLine {
        requireNonNull(link, "link is null");
        requireNonNull(due, "due is null");
        requireNonNull(standing, "standing is null");
    }
}
