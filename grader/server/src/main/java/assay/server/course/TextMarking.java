package assay.server.course;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.manual.Marking;
import assay.core.report.GradingJson;
import assay.core.result.Grading;
import assay.server.rule.CourseRules;
import assay.server.store.Cause;
import assay.server.store.GradingState;
import assay.server.store.Ids;
import assay.server.store.MarkBook;
import assay.server.store.PublishedAssignment;
import assay.server.store.Store;
import assay.server.store.StoredGrading;
import assay.server.store.StoredMark;
import assay.server.store.StoredSubmission;
import assay.server.store.Tx;
import assay.server.store.Urgency;
import java.util.List;

/** Texts that persons grade: each decision is kept, and becomes a new result beside the old one. */
public final class TextMarking {
    private final Store store;
    private final ShownResults results;

    public TextMarking(Store store, ShownResults results) {
        this.store = requireNonNull(store, "store is null");
        this.results = requireNonNull(results, "results is null");
    }

    /**
     * Writes marks down, and grades with them whatever the student has handed in with the same text.
     *
     * @param marks of one student in one assignment
     */
    public void mark(StoredSubmission submission, List<StoredMark> marks, String teacher) {
        store.write(tx -> {
            MarkBook book = new MarkBook(tx);
            marks.forEach(book::put);
            tx.submissions()
                    .of(submission.course(), submission.assignment(), submission.person())
                    .forEach(one -> apply(tx, one, teacher));
            tx.audit(teacher, "marked", submission.course(), submission.id(), marks.size() + " rubric items");
            return true;
        });
    }

    private void apply(Tx tx, StoredSubmission submission, String teacher) {
        tx.gradings()
                .ofSubmission(submission.id())
                .filter(grading -> grading.state() == GradingState.GRADED)
                .ifPresent(grading ->
                        results.whole(tx, grading).ifPresent(shown -> apply(tx, submission, grading, shown, teacher)));
    }

    private static void apply(
            Tx tx, StoredSubmission submission, StoredGrading before, ShownResults.Shown shown, String teacher) {
        Assignment assignment = shown.assignment();
        Grading marked =
                new Marking(assignment, new MarkBook(tx).of(submission, shown.grading())).apply(shown.grading());
        if (marked.equals(shown.grading())) {
            return;
        }
        StoredGrading grading = StoredGrading.waiting(
                Ids.at(tx.now()),
                submission,
                before.assignmentVersion(),
                Cause.MARKED,
                "",
                Urgency.REGRADE,
                before.baseTag(),
                before.casesTotal(),
                tx.now());
        tx.gradings().add(grading);
        tx.gradings().start(grading.id(), teacher);
        tx.gradings().finish(grading.id(), marked, GradingJson.bytes(marked));
        PublishedAssignment published = tx.courses()
                .assignment(submission.course(), submission.assignment())
                .orElseThrow();
        CourseRules rules = InForce.rules(tx, published);
        for (String person : tx.submissions().owners(submission)) {
            tx.grades()
                    .renew(submission.course(), submission.assignment(), person, rules.counting(), assignment.points());
        }
    }
}
