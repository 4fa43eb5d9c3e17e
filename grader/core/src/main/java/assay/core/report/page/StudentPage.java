package assay.core.report.page;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Verdict;
import java.util.List;

/**
 * All that stands on a student's page.
 *
 * @param total empty where it is not graded, through a fault of ours
 * @param scoreWords total and maximum, to be read aloud
 * @param penalty what lateness took, empty where nothing
 * @param problem why there is nothing to grade; empty where there is something
 * @param standing the points with their lateness, in a sentence
 * @param arithmetic how lateness was reckoned, a step a line
 * @param hiddenRule what the assignment tells of hidden cases; empty where there are none
 */
public record StudentPage(
        String assignment,
        String student,
        Badge badge,
        String total,
        String maximum,
        String scoreWords,
        String raw,
        String penalty,
        String problem,
        String standing,
        boolean late,
        List<String> arithmetic,
        List<String> notices,
        CompilerView compiler,
        String hiddenRule,
        List<PartView> parts,
        List<Fact> provenance) {
    public StudentPage {
        requireNonNull(assignment, "assignment is null");
        requireNonNull(student, "student is null");
        requireNonNull(badge, "badge is null");
        requireNonNull(total, "total is null");
        requireNonNull(maximum, "maximum is null");
        requireNonNull(scoreWords, "scoreWords is null");
        requireNonNull(raw, "raw is null");
        requireNonNull(penalty, "penalty is null");
        requireNonNull(problem, "problem is null");
        requireNonNull(standing, "standing is null");
        requireNonNull(compiler, "compiler is null");
        requireNonNull(hiddenRule, "hiddenRule is null");
        arithmetic = List.copyOf(arithmetic);
        notices = List.copyOf(notices);
        parts = List.copyOf(parts);
        provenance = List.copyOf(provenance);
    }

    /** Whether a person has still to decide on points. */
    public boolean soFar() {
        return !total.isEmpty() && parts.stream().anyMatch(part -> part.badge().equals(Badge.of(Verdict.PD)));
    }

    /** Whether there is more to tell of the parts than the problem of the whole. */
    public boolean detailed() {
        return problem.isEmpty()
                || parts.stream().anyMatch(part -> !part.badge().equals(badge));
    }

    /** What stands above the problem. */
    public String problemTitle() {
        return detailed() ? "The code could not be graded" : "Nothing could be graded";
    }
}
