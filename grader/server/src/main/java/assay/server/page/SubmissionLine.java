package assay.server.page;

import static java.util.Objects.requireNonNull;

import assay.core.report.page.Badge;
import java.util.Optional;

/**
 * A submission in a list.
 *
 * @param counts whether it is the one whose points are the grade
 */
public record SubmissionLine(
        Link link, String state, Optional<Badge> badge, String points, String late, boolean counts) {
    public SubmissionLine {
        requireNonNull(link, "link is null");
        requireNonNull(state, "state is null");
        requireNonNull(badge, "badge is null");
        requireNonNull(points, "points is null");
        requireNonNull(late, "late is null");
    }
}
