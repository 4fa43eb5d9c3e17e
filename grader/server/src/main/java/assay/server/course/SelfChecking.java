package assay.server.course;

import static java.util.Objects.requireNonNull;

import assay.server.rule.CourseRules;
import assay.server.store.Cause;
import assay.server.store.GradingState;
import assay.server.store.PublishedAssignment;
import assay.server.store.Store;
import assay.server.store.StoredGrading;
import assay.server.store.StoredSubmission;
import assay.server.store.Tx;
import java.time.Instant;
import java.util.Optional;

/**
 * Grades once more, for its student alone, what was handed in: by the newest version of the assignment, beside what counts,
 * behind everybody who hands in, and at no cost of attempts. Safe for use by several threads.
 */
public final class SelfChecking {
    private final Store store;
    private final HandingIn handingIn;

    public SelfChecking(Store store, HandingIn handingIn) {
        this.store = requireNonNull(store, "store is null");
        this.handingIn = requireNonNull(handingIn, "handingIn is null");
    }

    /** Whether there may be one. */
    public sealed interface Leave {
        record Granted() implements Leave {}

        /** The submission itself has no result yet. */
        record NothingYet() implements Leave {}

        /** @param grading the one that is under way, of this submission or another of theirs */
        record UnderWay(StoredGrading grading) implements Leave {}

        /** @param until when the next may be */
        record CoolingDown(Instant until) implements Leave {}
    }

    /** What came of asking for one. */
    public sealed interface Outcome {
        record Queued(StoredGrading grading) implements Outcome {}

        record Refused(Leave why) implements Outcome {}
    }

    /** @param person whose submission it is, alone or in a team */
    public Outcome check(StoredSubmission submission, String person) {
        Outcome outcome = store.write(tx -> check(tx, submission, person));
        if (outcome instanceof Outcome.Queued) {
            handingIn.wake();
        }
        return outcome;
    }

    private Outcome check(Tx tx, StoredSubmission submission, String person) {
        // Two at once would both find none under way.
        tx.people().lock(submission.course(), person);
        Optional<PublishedAssignment> published = tx.courses().assignment(submission.course(), submission.assignment());
        if (published.isEmpty()) {
            return new Outcome.Refused(new Leave.NothingYet());
        }
        CourseRules rules = InForce.rules(tx, published.get());
        return switch (leave(tx, rules, submission, person)) {
            case Leave.Granted _ -> {
                StoredGrading queued = handingIn.enqueue(
                        tx, submission, published.get(), rules, Cause.SELF_CHECK, StoredGrading.SELF_CHECK);
                tx.audit(person, "self-check", submission.course(), submission.id(), queued.id());
                yield new Outcome.Queued(queued);
            }
            case Leave.NothingYet none -> new Outcome.Refused(none);
            case Leave.UnderWay other -> new Outcome.Refused(other);
            case Leave.CoolingDown wait -> new Outcome.Refused(wait);
        };
    }

    /** Whether somebody may have that submission checked now: one at a time, and the course's cool-down apart. */
    public static Leave leave(Tx tx, CourseRules rules, StoredSubmission submission, String person) {
        Optional<StoredGrading> shown = tx.gradings().ofSubmission(submission.id());
        if (shown.filter(one -> one.state() == GradingState.GRADED).isEmpty()) {
            return new Leave.NothingYet();
        }
        Optional<StoredGrading> last = tx.gradings().selfCheck(submission.course(), submission.assignment(), person);
        Optional<StoredGrading> open = last.filter(StoredGrading::open);
        if (open.isPresent()) {
            return new Leave.UnderWay(open.get());
        }
        // What failed through a fault of ours starts no wait.
        return last.filter(one -> one.state() == GradingState.GRADED)
                .map(one -> one.queuedAt().plus(rules.coolDown()))
                .filter(tx.now()::isBefore)
                .<Leave>map(Leave.CoolingDown::new)
                .orElseGet(Leave.Granted::new);
    }
}
