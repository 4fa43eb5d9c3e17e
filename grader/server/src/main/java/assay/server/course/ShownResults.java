package assay.server.course;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.domain.GraderFault;
import assay.core.report.GradingJson;
import assay.core.report.Redaction;
import assay.core.result.Grading;
import assay.server.queue.Shelf;
import assay.server.store.PublishedAssignment;
import assay.server.store.StoredGrading;
import assay.server.store.StoredSubmission;
import assay.server.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What may be shown of a result, and to whom. */
public final class ShownResults {
    private final Shelf shelf;

    public ShownResults(Shelf shelf) {
        this.shelf = requireNonNull(shelf, "shelf is null");
    }

    /**
     * A result.
     *
     * @param grading what may be seen of it
     * @param hiddenUntil when the hidden cases and the points come, where they are still kept back; then the grading
     *     holds the public cases alone and its points mean nothing
     */
    public record Shown(Assignment assignment, Grading grading, Optional<Instant> hiddenUntil) {
        public Shown {
            requireNonNull(assignment, "assignment is null");
            requireNonNull(grading, "grading is null");
            requireNonNull(hiddenUntil, "hiddenUntil is null");
        }
    }

    /** All of it, for teachers; empty while there is no result. */
    public Optional<Shown> whole(Tx tx, StoredSubmission submission) {
        return tx.gradings().ofSubmission(submission.id()).flatMap(grading -> whole(tx, grading));
    }

    public Optional<Shown> whole(Tx tx, StoredGrading grading) {
        return tx.gradings()
                .record(grading.id())
                .map(json -> new Shown(assignment(tx, grading), read(grading, json), Optional.empty()));
    }

    /** What the student may see by now. */
    public Optional<Shown> forStudent(Tx tx, StoredSubmission submission) {
        return whole(tx, submission).map(shown -> {
            Optional<Instant> hidden = tx.courses()
                    .assignment(submission.course(), submission.assignment())
                    .flatMap(published ->
                            Release.of(tx, published, submission.person()).keptUntil(submission.id()));
            Grading redacted =
                    Redaction.forStudent(shown.grading(), shown.assignment().feedback());
            return new Shown(
                    shown.assignment(),
                    hidden.isPresent() ? BeforeRelease.of(shown.assignment(), redacted) : redacted,
                    hidden);
        });
    }

    /** The public cases of any grading, which never say how the hidden ones went. */
    public Optional<Shown> publicCases(Tx tx, StoredGrading grading) {
        return whole(tx, grading)
                .map(shown -> new Shown(
                        shown.assignment(),
                        BeforeRelease.of(
                                shown.assignment(),
                                Redaction.forStudent(
                                        shown.grading(), shown.assignment().feedback())),
                        Optional.empty()));
    }

    private Assignment assignment(Tx tx, StoredGrading grading) {
        return tx.courses()
                .assignment(grading.course(), grading.assignment(), grading.assignmentVersion())
                .map(shelf::assignment)
                .orElseThrow(() -> missing(grading));
    }

    /** The version of an assignment to look at a class by: the newest may have graded nobody yet. */
    public PublishedAssignment prevailing(Tx tx, PublishedAssignment newest) {
        return tx.classes()
                .prevailing(newest.course(), newest.id())
                .flatMap(version -> tx.courses().assignment(newest.course(), newest.id(), version))
                .orElse(newest);
    }

    /** What counts for everybody by that version, without what takes up the room: for the staff's pages of a class. */
    public List<Grading> brief(Tx tx, String course, Assignment assignment) {
        return tx.classes().results(course, assignment.id(), assignment.version()).stream()
                .map(json -> GradingJson.read(json).inBrief())
                .toList();
    }

    /** The assignment as it is now. */
    public Assignment assignment(PublishedAssignment published) {
        return shelf.assignment(published);
    }

    private static GraderFault missing(StoredGrading grading) {
        return new GraderFault(
                GraderFault.Code.STORAGE, "show grading " + grading.id(), "its assignment is not in the store");
    }

    private static Grading read(StoredGrading grading, byte[] json) {
        try {
            return GradingJson.read(json);
        } catch (IllegalArgumentException e) {
            throw new GraderFault(GraderFault.Code.STORAGE, "read the record of grading " + grading.id(), e);
        }
    }
}
