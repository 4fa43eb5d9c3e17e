package assay.server.page;

import static java.util.Objects.requireNonNull;

import assay.core.report.page.Badge;
import java.util.Optional;

/**
 * A student in the table of a class.
 *
 * @param byHand whether a person set the points
 * @param platform whether the grade has arrived on the learning platform; empty where there is none to send
 * @param last when they handed in last
 */
public record StudentLine(
        Link link,
        String id,
        String points,
        String maximum,
        boolean byHand,
        Optional<Badge> badge,
        String late,
        String submissions,
        String platform,
        String last) {
    public StudentLine {
        requireNonNull(link, "link is null");
        requireNonNull(id, "id is null");
        requireNonNull(points, "points is null");
        requireNonNull(maximum, "maximum is null");
        requireNonNull(badge, "badge is null");
        requireNonNull(late, "late is null");
        requireNonNull(submissions, "submissions is null");
        requireNonNull(platform, "platform is null");
        requireNonNull(last, "last is null");
    }
}
