package assay.server.course;

import static java.util.Objects.requireNonNull;

import assay.server.queue.Shelf;
import assay.server.rule.CourseRules;
import assay.server.store.Cause;
import assay.server.store.GradingState;
import assay.server.store.PublishedAssignment;
import assay.server.store.Regrade;
import assay.server.store.RegradeState;
import assay.server.store.Store;
import assay.server.store.StoredSubmission;
import assay.server.store.Tx;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Grades a whole assignment once more, beside what counts, and lets a teacher decide on the difference. Every step is
 * audited in the transaction that takes it. Safe for use by several threads.
 */
public final class Regrading {
    private final Store store;
    private final HandingIn handingIn;
    private final RegradeEffects effects;

    public Regrading(Store store, Shelf shelf, HandingIn handingIn) {
        this.store = requireNonNull(store, "store is null");
        this.handingIn = requireNonNull(handingIn, "handingIn is null");
        this.effects = new RegradeEffects(shelf);
    }

    /** What came of asking for one. */
    public sealed interface Proposal {
        /** @param gradings how many are in the queue */
        record Proposed(Regrade regrade, int gradings) implements Proposal {}

        /** Everything that counts was graded by that version already. */
        record Nothing(int version) implements Proposal {}

        /** There is one that waits for a decision. */
        record Another(Regrade regrade) implements Proposal {}
    }

    /**
     * Puts what was handed in into the queue, behind everybody who waits.
     *
     * @param all with what was graded by the newest version already, as after a fault of the grader
     */
    public Proposal propose(PublishedAssignment published, boolean all, String reason, String teacher) {
        Proposal proposal = store.write(tx -> propose(tx, published, all, reason, teacher));
        if (proposal instanceof Proposal.Proposed) {
            handingIn.wake();
        }
        return proposal;
    }

    private Proposal propose(Tx tx, PublishedAssignment published, boolean all, String reason, String teacher) {
        Optional<Regrade> open = tx.regrades().of(published.course(), published.id()).stream()
                .filter(one -> one.state() == RegradeState.PROPOSED)
                .findFirst();
        if (open.isPresent()) {
            return new Proposal.Another(open.get());
        }
        List<StoredSubmission> toGrade =
                tx.regrades().toGrade(published.course(), published.id(), published.version(), all);
        if (toGrade.isEmpty()) {
            return new Proposal.Nothing(published.version());
        }
        Regrade regrade = tx.regrades().add(published.course(), published.id(), published.version(), reason, teacher);
        CourseRules rules = InForce.rules(tx, published);
        toGrade.forEach(submission -> handingIn.enqueue(tx, submission, published, rules, Cause.REGRADE, regrade.id()));
        tx.audit(
                teacher,
                "regrade proposed",
                published.course(),
                published.id(),
                "version " + published.version() + ", " + toGrade.size() + " submissions: " + reason);
        return new Proposal.Proposed(regrade, toGrade.size());
    }

    /** What came of deciding. */
    public sealed interface Decision {
        record Done(Regrade regrade) implements Decision {}

        /** @param open how many gradings have not ended */
        record NotYet(long open) implements Decision {}

        /** It is where this cannot be decided: another may have been quicker. */
        record NotFrom(RegradeState state) implements Decision {}
    }

    /** @param upwards for those alone who gain by it */
    public Decision apply(Regrade regrade, boolean upwards, String teacher) {
        return store.write(tx -> {
            Map<GradingState, Long> progress = tx.regrades().progress(regrade.id());
            long open =
                    progress.getOrDefault(GradingState.WAITING, 0L) + progress.getOrDefault(GradingState.RUNNING, 0L);
            if (regrade.state() == RegradeState.PROPOSED && open > 0) {
                return new Decision.NotYet(open);
            }
            RegradeState to = upwards ? RegradeState.APPLIED_UPWARDS : RegradeState.APPLIED;
            return decided(tx, regrade, RegradeState.PROPOSED, to, teacher, () -> effects.count(tx, regrade, upwards));
        });
    }

    /** Nothing of it will ever count; what still waits is not graded. */
    public Decision drop(Regrade regrade, String teacher) {
        return store.write(tx -> decided(
                tx,
                regrade,
                RegradeState.PROPOSED,
                RegradeState.DROPPED,
                teacher,
                () -> tx.regrades().cancel(regrade)));
    }

    /** What was applied is a proposal again, and what counted before counts. */
    public Decision undo(Regrade regrade, String teacher) {
        return store.write(tx -> decided(
                tx,
                regrade,
                regrade.state() == RegradeState.APPLIED ? RegradeState.APPLIED : RegradeState.APPLIED_UPWARDS,
                RegradeState.PROPOSED,
                teacher,
                () -> effects.takeBack(tx, regrade)));
    }

    private static Decision decided(
            Tx tx, Regrade regrade, RegradeState from, RegradeState to, String teacher, Runnable change) {
        if (regrade.state() != from || !tx.regrades().decide(regrade, to, teacher)) {
            return new Decision.NotFrom(
                    tx.regrades().find(regrade.id()).map(Regrade::state).orElse(regrade.state()));
        }
        change.run();
        Map<String, String> data =
                Map.of("regrade", regrade.id(), "assignment", regrade.assignment(), "state", to.name());
        tx.audit(
                teacher,
                "regrade " + to.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                regrade.course(),
                regrade.assignment(),
                regrade.id());
        tx.events().announce(regrade.course(), "regrade.decided", data);
        return new Decision.Done(tx.regrades().find(regrade.id()).orElse(regrade));
    }
}
