package assay.server.course;

import static java.util.Objects.requireNonNull;

import assay.server.rule.CourseRules;
import assay.server.store.GradingState;
import assay.server.store.PublishedAssignment;
import assay.server.store.Store;
import assay.server.store.StoredSubmission;
import assay.server.store.Tx;
import java.util.Optional;

/**
 * Shows a student the hidden cases of a submission before they are released, as often as the rules allow: whoever spends
 * one thinks first. Safe for use by several threads.
 */
public final class Revealing {
    private final Store store;

    public Revealing(Store store) {
        this.store = requireNonNull(store, "store is null");
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** @param left how many more there may be */
        record Revealed(int left) implements Outcome {}

        /** It may be seen already. */
        record Open() implements Outcome {}

        /** There is no result yet, so nothing would be bought. */
        record NothingYet() implements Outcome {}

        /** @param most how many there were */
        record Spent(int most) implements Outcome {}
    }

    /** @param person whose budget it is, and whose submission, alone or in a team */
    public Outcome reveal(StoredSubmission submission, String person) {
        return store.write(tx -> tx.courses()
                .assignment(submission.course(), submission.assignment())
                .map(published -> reveal(tx, published, submission, person))
                .orElseGet(Outcome.NothingYet::new));
    }

    private static Outcome reveal(Tx tx, PublishedAssignment published, StoredSubmission submission, String person) {
        // Two at once would both find one left.
        tx.people().lock(submission.course(), person);
        if (Release.of(tx, published, person).of(submission.id())) {
            return new Outcome.Open();
        }
        if (tx.gradings()
                .ofSubmission(submission.id())
                .filter(grading -> grading.state() == GradingState.GRADED)
                .isEmpty()) {
            return new Outcome.NothingYet();
        }
        int most = InForce.rules(tx, published).reveals().orElse(0);
        int left = left(tx, published, person).orElse(0);
        if (left < 1 || !tx.reveals().add(submission.id(), person)) {
            return new Outcome.Spent(most);
        }
        tx.audit(person, "hidden cases revealed", submission.course(), submission.id(), (left - 1) + " left");
        return new Outcome.Revealed(left - 1);
    }

    /** How many somebody has left; empty where the course knows no such thing. */
    public static Optional<Integer> left(Tx tx, PublishedAssignment published, String person) {
        CourseRules rules = InForce.rules(tx, published);
        return rules.reveals()
                .map(most -> Math.max(
                        0,
                        most
                                - tx.reveals()
                                        .of(published.course(), published.id(), person)
                                        .size()));
    }
}
