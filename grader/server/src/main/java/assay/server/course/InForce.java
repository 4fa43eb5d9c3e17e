package assay.server.course;

import assay.server.rule.Attempts;
import assay.server.rule.CourseRules;
import assay.server.store.GradingState;
import assay.server.store.PublishedAssignment;
import assay.server.store.StoredGrading;
import assay.server.store.Tx;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules that hold for an assignment, and what they mean for somebody now. */
public final class InForce {
    private InForce() {}

    /** Those that hold for an assignment. */
    public static CourseRules rules(Tx tx, PublishedAssignment published) {
        return tx.courses()
                .rules(published.course(), published.id())
                .orElseGet(() -> CourseRules.open(
                        published.course(), published.id(), published.publishedAt(), published.publishedBy()));
    }

    /** Whose a submission is: everybody's in the team, where the rules let people work together. */
    public static List<String> team(Tx tx, CourseRules rules, String person) {
        return rules.teamSize() > 1 ? tx.teams().with(rules.course(), rules.assignment(), person) : List.of(person);
    }

    /** Whether a team may hand in now, which it may if each of them may. */
    public static Attempts attempts(Tx tx, CourseRules rules, List<String> team) {
        List<Attempts> each =
                team.stream().map(person -> attempts(tx, rules, person)).toList();
        return each.stream()
                .filter(one -> !(one instanceof Attempts.Allowed))
                .findFirst()
                .orElse(each.getFirst());
    }

    /** Whether somebody may hand in now; without the lock it may be another's turn by then. */
    public static Attempts attempts(Tx tx, CourseRules rules, String person) {
        if (!rules.limitsAttempts()) {
            return new Attempts.Allowed(Optional.empty());
        }
        Map<String, StoredGrading> shown = tx.gradings().shown(rules.course(), rules.assignment(), person);
        List<Attempts.Earlier> earlier = tx.submissions().of(rules.course(), rules.assignment(), person).stream()
                .map(submission -> new Attempts.Earlier(
                        submission.submittedAt(),
                        Optional.ofNullable(shown.get(submission.id()))
                                .filter(grading -> grading.state() == GradingState.SET_ASIDE)
                                .isPresent()))
                .toList();
        return Attempts.judge(rules, earlier, tx.now());
    }
}
