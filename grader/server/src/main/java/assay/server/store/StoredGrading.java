package assay.server.store;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Points;
import assay.core.domain.Verdict;
import java.time.Instant;
import java.util.Optional;

/** One grading, from the queue to its end; a regrade is another one. {@code appliedAt} is empty while a regrade is only proposed. */
public record StoredGrading(
        String id,
        String submission,
        String course,
        String assignment,
        int assignmentVersion,
        String person,
        GradingState state,
        String reason,
        Cause cause,
        String batch,
        Optional<Instant> appliedAt,
        Urgency urgency,
        long baseTag,
        int tries,
        String worker,
        Instant queuedAt,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        int casesDone,
        int casesTotal,
        Optional<Verdict> verdict,
        Optional<Points> raw,
        Optional<Points> penalty,
        Optional<Points> total,
        Optional<Points> maximum,
        Optional<Long> daysLate) {
    /** The batch of what students have graded again for themselves: it never counts. */
    public static final String SELF_CHECK = "self-check";

    public StoredGrading {
        requireNonNull(id, "id is null");
        requireNonNull(submission, "submission is null");
        requireNonNull(course, "course is null");
        requireNonNull(assignment, "assignment is null");
        requireNonNull(person, "person is null");
        requireNonNull(state, "state is null");
        requireNonNull(reason, "reason is null");
        requireNonNull(cause, "cause is null");
        requireNonNull(batch, "batch is null");
        requireNonNull(appliedAt, "appliedAt is null");
        requireNonNull(urgency, "urgency is null");
        requireNonNull(worker, "worker is null");
        requireNonNull(queuedAt, "queuedAt is null");
        requireNonNull(startedAt, "startedAt is null");
        requireNonNull(endedAt, "endedAt is null");
        requireNonNull(verdict, "verdict is null");
        requireNonNull(raw, "raw is null");
        requireNonNull(penalty, "penalty is null");
        requireNonNull(total, "total is null");
        requireNonNull(maximum, "maximum is null");
        requireNonNull(daysLate, "daysLate is null");
    }

    /** Whether it is still to come to an end. */
    public boolean open() {
        return state == GradingState.WAITING || state == GradingState.RUNNING;
    }

    /**
     * One that is to be done.
     *
     * @param batch the regrade for which it is only proposed, or {@link #SELF_CHECK}; empty where it counts when it is done
     */
    public static StoredGrading waiting(
            String id,
            StoredSubmission submission,
            int assignmentVersion,
            Cause cause,
            String batch,
            Urgency urgency,
            long baseTag,
            int casesTotal,
            Instant now) {
        return new StoredGrading(
                id,
                submission.id(),
                submission.course(),
                submission.assignment(),
                assignmentVersion,
                submission.person(),
                GradingState.WAITING,
                "",
                cause,
                batch,
                batch.isEmpty() ? Optional.of(now) : Optional.empty(),
                urgency,
                baseTag,
                0,
                "",
                now,
                Optional.empty(),
                Optional.empty(),
                0,
                casesTotal,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
