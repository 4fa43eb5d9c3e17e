package assay.server.course;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.domain.Digests;
import assay.server.queue.GradingQueue;
import assay.server.queue.Shelf;
import assay.server.rule.Attempts;
import assay.server.rule.CourseRules;
import assay.server.store.Cause;
import assay.server.store.PublishedAssignment;
import assay.server.store.Store;
import assay.server.store.StoredGrading;
import assay.server.store.StoredSubmission;
import assay.server.store.Submissions;
import assay.server.store.Tx;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes submissions: rules, storage, job and audit in one transaction. Safe for use by several threads. */
public final class HandingIn {
    /** What receivers are told at once; {@code submission.graded} follows. */
    public static final String RECEIVED = "submission.received";

    private final Store store;
    private final Shelf shelf;
    private final GradingQueue queue;
    private final Runnable wake;

    /** @param wake is run when there is work */
    public HandingIn(Store store, Shelf shelf, GradingQueue queue, Runnable wake) {
        this.store = requireNonNull(store, "store is null");
        this.shelf = requireNonNull(shelf, "shelf is null");
        this.queue = requireNonNull(queue, "queue is null");
        this.wake = requireNonNull(wake, "wake is null");
    }

    public HandInOutcome handIn(HandIn handIn) {
        // With a key, the same request finds out what came of it.
        HandInOutcome outcome = handIn.key().isPresent()
                ? store.writeRepeatable(tx -> handIn(tx, handIn))
                : store.write(tx -> handIn(tx, handIn));
        if (outcome instanceof HandInOutcome.Stored stored && !stored.repeated()) {
            wake.run();
        }
        return outcome;
    }

    /** In a transaction of the caller's, who wakes the workers after it. */
    public HandInOutcome handIn(Tx tx, HandIn handIn) {
        Optional<PublishedAssignment> published = tx.courses().assignment(handIn.course(), handIn.assignment());
        if (published.isEmpty()) {
            return new HandInOutcome.NotThere();
        }
        CourseRules rules = InForce.rules(tx, published.get());
        List<String> team = locked(tx, rules, handIn.person());
        if (!team.contains(handIn.person())) {
            return new HandInOutcome.NotThere();
        }
        Optional<HandInOutcome> earlier = repeated(tx, handIn);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Attempts attempts = InForce.attempts(tx, rules, team);
        return switch (attempts) {
            case Attempts.Allowed _ -> keep(tx, handIn, published.get(), rules, team);
            case Attempts.Exhausted _, Attempts.CoolingDown _ -> new HandInOutcome.NotNow(attempts);
        };
    }

    /** Two at once of one team would both find an attempt left. In the order of their ids, or two could wait for each other. */
    private static List<String> locked(Tx tx, CourseRules rules, String person) {
        return InForce.team(tx, rules, person).stream()
                .sorted()
                .filter(one -> tx.people().lock(rules.course(), one))
                .toList();
    }

    private static Optional<HandInOutcome> repeated(Tx tx, HandIn handIn) {
        Optional<Submissions.Repeated> known =
                handIn.key().flatMap(key -> tx.submissions().repeated(handIn.handedInBy(), key));
        return known.map(repeated -> repeated.requestDigest().equals(digest(handIn, Digests.of(handIn.content())))
                ? tx.submissions()
                        .find(repeated.submission())
                        .<HandInOutcome>map(submission -> new HandInOutcome.Stored(submission, Optional.empty()))
                        .orElseGet(HandInOutcome.NotThere::new)
                : new HandInOutcome.KeyTaken());
    }

    /** @param content the digest of what is handed in, which is the long part and is known once it is kept */
    private static String digest(HandIn handIn, String content) {
        return Digests.ofFields(handIn.course(), handIn.assignment(), handIn.person(), handIn.fileName(), content);
    }

    private HandInOutcome keep(
            Tx tx, HandIn handIn, PublishedAssignment published, CourseRules rules, List<String> team) {
        String digest = tx.submissions().keep(handIn.content());
        StoredSubmission submission = tx.submissions()
                .add(
                        handIn.course(),
                        handIn.assignment(),
                        handIn.person(),
                        handIn.handedInBy(),
                        handIn.fileName(),
                        digest,
                        rules.version(),
                        time(handIn, tx.now()));
        team.stream()
                .filter(person -> !person.equals(handIn.person()))
                .forEach(person -> tx.submissions().share(submission.id(), person));
        handIn.key()
                .ifPresent(key ->
                        tx.submissions().remember(handIn.handedInBy(), key, digest(handIn, digest), submission.id()));
        StoredGrading grading = enqueue(tx, submission, published, rules, Cause.HAND_IN, "");
        tx.audit(
                handIn.handedInBy(),
                "handed in",
                handIn.course(),
                submission.id(),
                digest
                        + submission
                                .receivedAt()
                                .map(_ -> ", dated " + submission.submittedAt())
                                .orElse(""));
        tx.events()
                .announce(
                        handIn.course(),
                        RECEIVED,
                        Map.of(
                                "submission", submission.id(),
                                "assignment", submission.assignment(),
                                "student", submission.person(),
                                "submitted_at", submission.submittedAt().toString()));
        return new HandInOutcome.Stored(submission, Optional.of(grading));
    }

    /** Nothing is submitted in the future. */
    private static Instant time(HandIn handIn, Instant now) {
        return handIn.submittedAt()
                .map(at -> at.truncatedTo(ChronoUnit.MILLIS))
                .filter(now::isAfter)
                .orElse(now);
    }

    /** @param batch the regrade for which it is only proposed; empty where it counts when it is done */
    StoredGrading enqueue(
            Tx tx,
            StoredSubmission submission,
            PublishedAssignment published,
            CourseRules rules,
            Cause cause,
            String batch) {
        Assignment assignment = shelf.assignment(published);
        int cases = assignment.parts().stream()
                .mapToInt(part -> assignment.cases(part).size())
                .sum();
        Instant deadline = tx.grades()
                .extension(submission.course(), submission.assignment(), submission.person())
                .flatMap(granted -> granted.extension())
                .map(extension -> extension.deadline(published.deadline()))
                .orElse(published.deadline());
        return queue.add(
                tx,
                new GradingQueue.Order(submission, published.version(), cases, rules.needs(), cause, batch),
                deadline);
    }

    void wake() {
        wake.run();
    }
}
