package assay.server.page;

import static java.util.Objects.requireNonNull;

import assay.core.report.page.Badge;
import java.util.List;
import java.util.Optional;

/**
 * What a regrade would change.
 *
 * @param standing how far it is, in words
 * @param summary how many go up, down or stay
 * @param actions what can be decided now: the word that is posted, and the button's words
 * @param cases how many students have another verdict, by case
 */
public record RegradePage(
        Frame frame,
        Link back,
        String address,
        String standing,
        String summary,
        List<Link> actions,
        List<Line> lines,
        List<CaseCount> cases) {
    public RegradePage {
        requireNonNull(frame, "frame is null");
        requireNonNull(back, "back is null");
        requireNonNull(address, "address is null");
        requireNonNull(standing, "standing is null");
        requireNonNull(summary, "summary is null");
        actions = List.copyOf(actions);
        lines = List.copyOf(lines);
        cases = List.copyOf(cases);
    }

    /** Somebody whose points change. */
    public record Line(Link student, String before, String after, String change, boolean up, List<CaseLine> cases) {
        public Line {
            requireNonNull(student, "student is null");
            requireNonNull(before, "before is null");
            requireNonNull(after, "after is null");
            requireNonNull(change, "change is null");
            cases = List.copyOf(cases);
        }
    }

    /** A case whose verdict is another. */
    public record CaseLine(String name, Optional<Badge> before, Optional<Badge> after) {
        public CaseLine {
            requireNonNull(name, "name is null");
            requireNonNull(before, "before is null");
            requireNonNull(after, "after is null");
        }
    }

    /** Of how many students a case is another. */
    public record CaseCount(String name, String change, String students) {
        public CaseCount {
            requireNonNull(name, "name is null");
            requireNonNull(change, "change is null");
            requireNonNull(students, "students is null");
        }
    }
}
