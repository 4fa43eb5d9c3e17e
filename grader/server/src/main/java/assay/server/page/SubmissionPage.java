package assay.server.page;

import static java.util.Objects.requireNonNull;

import assay.core.report.page.Badge;
import java.util.List;
import java.util.Optional;

/**
 * One submission: how far it is, or what came of it.
 *
 * @param standing what lateness did to the points; empty where no points are shown
 * @param arithmetic of a penalty, step by step
 * @param timeline of the grading, for the staff
 */
public record SubmissionPage(
        Frame frame,
        Link assignment,
        String state,
        boolean waiting,
        int done,
        int total,
        String address,
        Optional<Badge> badge,
        String points,
        String standing,
        List<String> arithmetic,
        List<String> timeline,
        String problem,
        String kept,
        List<CaseLine> cases,
        boolean report,
        boolean staff) {
    public SubmissionPage {
        requireNonNull(frame, "frame is null");
        requireNonNull(assignment, "assignment is null");
        requireNonNull(state, "state is null");
        requireNonNull(address, "address is null");
        requireNonNull(badge, "badge is null");
        requireNonNull(points, "points is null");
        requireNonNull(standing, "standing is null");
        arithmetic = List.copyOf(arithmetic);
        timeline = List.copyOf(timeline);
        requireNonNull(problem, "problem is null");
        requireNonNull(kept, "kept is null");
        cases = List.copyOf(cases);
    }
}
