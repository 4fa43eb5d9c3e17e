package assay.server.course;

import static java.util.Objects.requireNonNull;

import assay.server.store.GradingState;
import assay.server.store.PublishedAssignment;
import assay.server.store.RegradeState;
import assay.server.store.Store;
import assay.server.store.StoredGrading;
import assay.server.store.StoredSubmission;
import assay.server.store.Tx;
import java.util.Optional;

/** Puts back into the queue what was set aside through a fault of ours, once that is mended. Safe for use by several threads. */
public final class Reviving {
    private final Store store;
    private final HandingIn handingIn;

    public Reviving(Store store, HandingIn handingIn) {
        this.store = requireNonNull(store, "store is null");
        this.handingIn = requireNonNull(handingIn, "handingIn is null");
    }

    /**
     * Has it graded again, for the reason for which it was graded then: by the newest version of its assignment, or, within
     * a regrade, by the regrade's.
     *
     * @return the new grading; empty where the course has no such one, or its regrade is decided by now
     */
    public Optional<StoredGrading> again(String course, String grading, String who) {
        Optional<StoredGrading> queued = store.write(tx -> tx.gradings()
                .find(grading)
                .filter(aside -> aside.course().equals(course) && aside.state() == GradingState.SET_ASIDE)
                .filter(aside -> tx.backlog().open(aside))
                .flatMap(aside -> again(tx, aside, who)));
        queued.ifPresent(_ -> handingIn.wake());
        return queued;
    }

    private Optional<StoredGrading> again(Tx tx, StoredGrading aside, String who) {
        Optional<PublishedAssignment> version = version(tx, aside);
        Optional<StoredSubmission> submission = tx.submissions().find(aside.submission());
        if (version.isEmpty() || submission.isEmpty()) {
            return Optional.empty();
        }
        StoredGrading queued = handingIn.enqueue(
                tx, submission.get(), version.get(), InForce.rules(tx, version.get()), aside.cause(), aside.batch());
        tx.audit(who, "set aside no longer", aside.course(), aside.submission(), aside.id() + " as " + queued.id());
        return Optional.of(queued);
    }

    private static Optional<PublishedAssignment> version(Tx tx, StoredGrading aside) {
        if (aside.batch().isEmpty() || aside.batch().equals(StoredGrading.SELF_CHECK)) {
            return tx.courses().assignment(aside.course(), aside.assignment());
        }
        return tx.regrades()
                .find(aside.batch())
                .filter(regrade -> regrade.state() == RegradeState.PROPOSED)
                .flatMap(_ -> tx.courses().assignment(aside.course(), aside.assignment(), aside.assignmentVersion()));
    }
}
