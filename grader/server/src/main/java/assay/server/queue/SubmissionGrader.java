package assay.server.queue;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.assignment.Part;
import assay.core.domain.Extension;
import assay.core.domain.GraderFault;
import assay.core.domain.Submission;
import assay.core.intake.Intake;
import assay.core.manual.Marking;
import assay.core.manual.Marks;
import assay.core.pipeline.GradingContext;
import assay.core.pipeline.GradingEvent;
import assay.core.pipeline.GradingPipeline;
import assay.core.pipeline.GradingRequest;
import assay.core.pipeline.Trainings;
import assay.core.result.Grading;
import assay.server.store.GrantedExtension;
import assay.server.store.MarkBook;
import assay.server.store.PublishedAssignment;
import assay.server.store.Store;
import assay.server.store.StoredGrading;
import assay.server.store.StoredSubmission;
import assay.server.store.Tx;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Grades what is stored, by core's pipeline. Safe for use by several threads. */
public final class SubmissionGrader {
    private final Store store;
    private final Shelf shelf;
    private final Ground ground;
    private final Map<String, GradingContext> contexts = new ConcurrentHashMap<>();

    public SubmissionGrader(Store store, Shelf shelf, Ground ground) {
        this.store = requireNonNull(store, "store is null");
        this.shelf = requireNonNull(shelf, "shelf is null");
        this.ground = requireNonNull(ground, "ground is null");
    }

    /** All that a grading needs, read at once. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    private record Case(
            StoredSubmission submission,
            byte[] content,
            PublishedAssignment assignment,
            Optional<GrantedExtension> extension) {}

    /**
     * Grades a submission.
     *
     * @throws GraderFault where something of ours fails before the pipeline, which itself returns an IE
     */
    public Grading grade(StoredGrading grading, Consumer<GradingEvent> listener) {
        Case stored = read(grading);
        Assignment assignment = shelf.assignment(stored.assignment());
        Trainings trainings = ground.trainings(assignment);
        GradingContext context = contexts.computeIfAbsent(
                stored.assignment().digest(),
                _ -> GradingContext.of(assignment, ground.sandbox(), ground.goldens(), trainings, ground.version())
                        .with("sandbox.floor", ground.floor()));
        Grading graded = new GradingPipeline(ground.sandbox(), ground.goldens(), trainings)
                .grade(
                        new GradingRequest(
                                context, named(stored, SubmissionFiles.read(stored.submission(), stored.content()))),
                        listener);
        return marked(stored, assignment, graded);
    }

    /** What a person has decided about the same text before still holds. */
    private Grading marked(Case stored, Assignment assignment, Grading graded) {
        if (assignment.parts().stream().noneMatch(Part.ManualPart.class::isInstance)) {
            return graded;
        }
        Marks marks = store.read(tx -> new MarkBook(tx).of(stored.submission(), graded));
        return new Marking(assignment, marks).apply(graded);
    }

    private Case read(StoredGrading grading) {
        return store.read(tx -> tx.submissions()
                        .find(grading.submission())
                        .flatMap(submission -> tx.submissions()
                                .content(submission.digest())
                                .flatMap(content -> tx.courses()
                                        .assignment(grading.course(), grading.assignment(), grading.assignmentVersion())
                                        .map(assignment -> new Case(
                                                submission,
                                                content,
                                                assignment,
                                                extension(tx, submission, assignment))))))
                .orElseThrow(() -> new GraderFault(
                        GraderFault.Code.STORAGE, "read what is to be graded", "it is not in the store"));
    }

    /** Of a team the one that gives most time. */
    private static Optional<GrantedExtension> extension(
            Tx tx, StoredSubmission submission, PublishedAssignment assignment) {
        return tx.submissions().owners(submission).stream()
                .flatMap(person -> tx.grades().extension(submission.course(), submission.assignment(), person).stream())
                .max(Comparator.comparing(granted -> granted.extension()
                        .map(extension -> extension.deadline(assignment.deadline()))
                        .orElse(assignment.deadline())));
    }

    /** The folder's name is ours; the student is whom the store says. */
    private static Intake named(Case stored, Intake intake) {
        String person = stored.submission().person();
        Optional<Extension> extension = stored.extension().flatMap(GrantedExtension::extension);
        return switch (intake) {
            case Intake.Accepted(Submission read) ->
                new Intake.Accepted(new Submission(
                        person,
                        read.submittedAt(),
                        extension,
                        read.sources(),
                        read.documents(),
                        read.digest(),
                        read.notices()));
            case Intake.Refused refused ->
                new Intake.Refused(person, refused.submittedAt(), extension, refused.reason(), refused.notices());
        };
    }
}
