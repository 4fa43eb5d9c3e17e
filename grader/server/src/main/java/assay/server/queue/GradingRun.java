package assay.server.queue;

import static java.util.Objects.requireNonNull;

import assay.core.domain.GraderFault;
import assay.core.report.GradingJson;
import assay.core.result.Grading;
import assay.server.rule.Counting;
import assay.server.rule.CourseRules;
import assay.server.store.Store;
import assay.server.store.StoredGrading;
import assay.server.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** What a worker does with one job: grades, and writes result, grade and audit in one transaction. */
final class GradingRun {
    private static final Logger logger = LoggerFactory.getLogger(GradingRun.class);
    static final int MOST_TRIES = 5;

    private final Store store;
    private final SubmissionGrader grader;
    private final String worker;
    private final Duration retryAfter;

    GradingRun(Store store, SubmissionGrader grader, String worker, Duration retryAfter) {
        this.store = requireNonNull(store, "store is null");
        this.grader = requireNonNull(grader, "grader is null");
        this.worker = requireNonNull(worker, "worker is null");
        this.retryAfter = requireNonNull(retryAfter, "retryAfter is null");
    }

    /** What came of a job. */
    sealed interface Outcome {
        /** It is ended, by this run or by another before it. */
        record Ended(Optional<Grading> grading) implements Outcome {}

        /** Something of ours broke. */
        record Again(Instant at, String reason) implements Outcome {}

        /** Something of ours broke too often. */
        record SetAside(String reason) implements Outcome {}
    }

    Outcome run(String id) {
        Optional<StoredGrading> open = store.write(tx -> start(tx, id));
        if (open.isEmpty()) {
            return new Outcome.Ended(Optional.empty());
        }
        StoredGrading grading = open.get();
        MDC.put("grading", id);
        try {
            if (grading.tries() > MOST_TRIES) {
                return setAside(grading, "The worker came to an end " + MOST_TRIES + " times while it graded this.");
            }
            return grade(grading);
        } finally {
            MDC.remove("grading");
        }
    }

    private Optional<StoredGrading> start(Tx tx, String id) {
        if (!tx.gradings().start(id, worker)) {
            return Optional.empty();
        }
        Optional<StoredGrading> started = tx.gradings().find(id);
        started.ifPresent(grading -> tx.fleet().advance(grading.baseTag()));
        return started;
    }

    private Outcome grade(StoredGrading grading) {
        try {
            Grading outcome = grader.grade(grading, new ProgressReports(store, grading.id()));
            return outcome.graded() ? finish(grading, outcome) : broken(grading, problem(outcome));
        } catch (RuntimeException | Error bug) { // of ours, whatever it is: the student has nothing to do with it
            logger.warn("grading {} broke", grading.id(), bug);
            return broken(grading, bug instanceof GraderFault fault ? fault.explanation() : bug.toString());
        }
    }

    private static String problem(Grading outcome) {
        return outcome.problem().isEmpty() ? "Something of Assay's own broke in one of the parts." : outcome.problem();
    }

    private Outcome finish(StoredGrading grading, Grading outcome) {
        byte[] json = GradingJson.bytes(outcome);
        boolean first = store.writeRepeatable(tx -> {
            boolean ended = tx.gradings().finish(grading.id(), outcome, json);
            if (ended) {
                renew(tx, grading, outcome);
            }
            return ended;
        });
        return new Outcome.Ended(first ? Optional.of(outcome) : Optional.empty());
    }

    private void renew(Tx tx, StoredGrading grading, Grading outcome) {
        Counting counting = tx.courses()
                .rules(grading.course(), grading.assignment())
                .map(CourseRules::counting)
                .orElse(Counting.BEST);
        if (grading.appliedAt().isPresent()) {
            tx.submissions().find(grading.submission()).stream()
                    .flatMap(submission -> tx.submissions().owners(submission).stream())
                    .forEach(person -> tx.grades()
                            .renew(
                                    grading.course(),
                                    grading.assignment(),
                                    person,
                                    counting,
                                    outcome.score().maximum()));
            tx.events().announce(grading.course(), "submission.graded", told(grading, outcome));
        }
        tx.audit(
                worker,
                grading.appliedAt().isPresent() ? "graded" : "graded beside",
                grading.course(),
                grading.submission(),
                grading.id() + " " + outcome.verdict() + " " + outcome.score().total());
    }

    private static Map<String, Object> told(StoredGrading grading, Grading outcome) {
        return Map.of(
                "submission", grading.submission(),
                "assignment", grading.assignment(),
                "student", grading.person(),
                "verdict", outcome.verdict().name(),
                "points", outcome.score().total().value(),
                "maximum", outcome.score().maximum().value());
    }

    private Outcome broken(StoredGrading grading, String reason) {
        if (grading.tries() >= MOST_TRIES) {
            return setAside(grading, reason);
        }
        Instant at = store.clock().instant().plus(retryAfter.multipliedBy((long) grading.tries() * grading.tries()));
        store.write(tx -> {
            tx.gradings().retry(grading.id(), reason);
            return true;
        });
        return new Outcome.Again(at, reason);
    }

    private Outcome setAside(StoredGrading grading, String reason) {
        store.writeRepeatable(tx -> {
            boolean ended = tx.gradings().setAside(grading.id(), reason);
            if (ended) {
                tx.audit(worker, "set aside", grading.course(), grading.submission(), grading.id() + " " + reason);
                tx.events()
                        .announce(
                                grading.course(),
                                "submission.set_aside",
                                Map.of(
                                        "submission", grading.submission(),
                                        "assignment", grading.assignment(),
                                        "student", grading.person()));
            }
            return ended;
        });
        logger.error("grading {} is set aside: {}", grading.id(), reason);
        return new Outcome.SetAside(reason);
    }
}
