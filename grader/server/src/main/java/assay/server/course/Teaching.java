package assay.server.course;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.assignment.AssignmentReading;
import assay.core.domain.Points;
import assay.core.yaml.Problem;
import assay.server.queue.Shelf;
import assay.server.rule.CourseRules;
import assay.server.store.Cause;
import assay.server.store.PublishedAssignment;
import assay.server.store.Store;
import assay.server.store.StoredGrading;
import assay.server.store.StoredSubmission;
import assay.server.store.Tx;
import java.util.List;
import java.util.Optional;

/** What teachers do; each is audited in the transaction that does it. Safe for use by several threads. */
public final class Teaching {
    private final Store store;
    private final Shelf shelf;
    private final HandingIn handingIn;

    public Teaching(Store store, Shelf shelf, HandingIn handingIn) {
        this.store = requireNonNull(store, "store is null");
        this.shelf = requireNonNull(shelf, "shelf is null");
        this.handingIn = requireNonNull(handingIn, "handingIn is null");
    }

    /** What came of publishing. */
    public sealed interface Publishing {
        record Published(PublishedAssignment assignment) implements Publishing {}

        /** @param problems with the file, each with its line */
        record Invalid(List<String> problems) implements Publishing {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }

        /** That version is published already, and another file: it must count up. */
        record VersionTaken(int version) implements Publishing {}
    }

    /** Publishes a version of an assignment; the same file again changes nothing. */
    public Publishing publish(String course, String id, byte[] yaml, String teacher) {
        return switch (shelf.reading(id, yaml)) {
            case AssignmentReading.Invalid(List<Problem> problems) ->
                new Publishing.Invalid(problems.stream()
                        .map(problem -> problem.toString().replaceFirst("^.*assignment\\.yaml", "assignment.yaml"))
                        .toList());
            case AssignmentReading.Read(Assignment assignment) ->
                store.write(tx -> publish(tx, course, assignment, yaml, teacher));
        };
    }

    private static Publishing publish(Tx tx, String course, Assignment assignment, byte[] yaml, String teacher) {
        PublishedAssignment published = new PublishedAssignment(
                course,
                assignment.id(),
                assignment.version(),
                assignment.title(),
                assignment.deadline(),
                assignment.digest(),
                yaml,
                tx.now(),
                teacher);
        if (tx.courses().publish(published)) {
            tx.audit(teacher, "published", course, assignment.id(), "version " + assignment.version());
            return new Publishing.Published(published);
        }
        return tx.courses()
                .assignment(course, assignment.id(), assignment.version())
                .filter(there -> there.digest().equals(assignment.digest()))
                .<Publishing>map(Publishing.Published::new)
                .orElseGet(() -> new Publishing.VersionTaken(assignment.version()));
    }

    /** Sets new rules, as the next version; which submission counts is found anew for everybody. */
    public CourseRules set(CourseRules wanted) {
        return store.write(tx -> {
            int version = tx.courses()
                            .rules(wanted.course(), wanted.assignment())
                            .map(CourseRules::version)
                            .orElse(0)
                    + 1;
            CourseRules rules = wanted.as(version, tx.now());
            tx.courses().set(rules);
            tx.grades()
                    .all(rules.course(), rules.assignment())
                    .forEach(grade -> tx.grades()
                            .renew(
                                    grade.course(),
                                    grade.assignment(),
                                    grade.person(),
                                    rules.counting(),
                                    grade.maximum()));
            tx.audit(rules.setBy(), "rules set", rules.course(), rules.assignment(), "version " + version);
            return rules;
        });
    }

    /** Grades a submission once more, by the newest version of its assignment; empty where that is gone. */
    public Optional<StoredGrading> regrade(StoredSubmission submission, String teacher) {
        Optional<StoredGrading> queued = store.write(tx -> tx.courses()
                .assignment(submission.course(), submission.assignment())
                .map(published -> {
                    StoredGrading grading = handingIn.enqueue(
                            tx, submission, published, InForce.rules(tx, published), Cause.REGRADE, "");
                    tx.audit(teacher, "regrade asked for", submission.course(), submission.id(), grading.id());
                    return grading;
                }));
        queued.ifPresent(_ -> handingIn.wake());
        return queued;
    }

    /** Sets a grade by hand; without points, takes an earlier one back. */
    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // an override or its end
    public void override(
            PublishedAssignment assignment, String person, Optional<Points> points, String reason, String teacher) {
        Points maximum = shelf.assignment(assignment).points();
        store.write(tx -> {
            tx.grades().override(assignment.course(), assignment.id(), person, points, reason, teacher);
            tx.grades()
                    .renew(
                            assignment.course(),
                            assignment.id(),
                            person,
                            InForce.rules(tx, assignment).counting(),
                            maximum);
            tx.audit(
                    teacher,
                    "override",
                    assignment.course(),
                    assignment.id() + " " + person,
                    points.map(Points::toString).orElse("withdrawn") + ": " + reason);
            return true;
        });
    }
}
