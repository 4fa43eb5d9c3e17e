package assay.server.page;

import static java.util.Objects.requireNonNull;

import assay.core.report.page.Badge;
import java.util.List;
import java.util.Optional;

/** One submission: how far it is, or what came of it. */
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
        requireNonNull(problem, "problem is null");
        requireNonNull(kept, "kept is null");
        cases = List.copyOf(cases);
    }
}
