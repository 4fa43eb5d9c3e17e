package assay.server.queue;

import assay.server.store.Cause;
import assay.server.store.Fleet;
import assay.server.store.Ids;
import assay.server.store.StoredGrading;
import assay.server.store.StoredSubmission;
import assay.server.store.Tx;
import assay.server.store.Urgency;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.DbSchedulerException;
import com.github.kagkarlsson.shaded.jdbc.SQLRuntimeException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Puts submissions into the queue, in the transaction that stores them: there is never one without the other.
 *
 * <p>Fair by start-time fair queueing: each grading gets a tag, one above the last that waits in its course as urgently, but not
 * below the tags that are being served; so courses take turns, and whoever comes to an empty course does not wait behind
 * a crowded one. A student's further submissions are put back by {@value #STUDENT_STEP} each, so that one who hands in
 * often does not keep the others waiting.
 */
public final class GradingQueue {
    private static final int STUDENT_STEP = 20;
    private static final Duration CROWD = Duration.ofHours(1);

    /**
     * What a grading is for.
     *
     * @param batch the regrade for which it is only proposed; empty where it counts when it is done
     */
    public record Order(
            StoredSubmission submission, int assignmentVersion, int cases, String needs, Cause cause, String batch) {}

    /**
     * @param deadline the student's own
     * @return the grading that will end it
     */
    public StoredGrading add(Tx tx, Order order, Instant deadline) {
        StoredSubmission submission = order.submission();
        Urgency urgency = urgency(order.cause(), tx.now(), deadline);
        Fleet.Standing standing = tx.fleet().standing(submission.course(), submission.person(), urgency);
        long base = Math.max(standing.clock(), standing.lastTag()) + 1;
        StoredGrading grading = StoredGrading.waiting(
                Ids.at(tx.now()),
                submission,
                order.assignmentVersion(),
                order.cause(),
                order.batch(),
                urgency,
                base,
                order.cases(),
                tx.now());
        tx.gradings().add(grading);
        schedule(tx, order.needs(), grading.id(), Jobs.priority(urgency, base + STUDENT_STEP * standing.behind()));
        return grading;
    }

    /** From an hour before the deadline on, people hand in to have handed in, and not to wait for the result. */
    static Urgency urgency(Cause cause, Instant now, Instant deadline) {
        return switch (cause) {
            case REGRADE, MARKED, SELF_CHECK -> Urgency.REGRADE;
            case HAND_IN -> now.isBefore(deadline.minus(CROWD)) ? Urgency.WAITING : Urgency.CROWD;
        };
    }

    private static void schedule(Tx tx, String needs, String grading, int priority) {
        Connection connection = tx.handle().getConnection();
        try {
            if (connection.getAutoCommit()) {
                throw new IllegalStateException("a job is queued in a transaction only");
            }
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        }
        try {
            SchedulerClient.Builder.create(OneConnection.source(connection), List.of())
                    .serializer(new JobSerializer())
                    .enablePriority()
                    .build()
                    .scheduleBatch(List.of( // one insert, without looking first for a job of that new id
                            Jobs.task(needs)
                                    .instance(grading)
                                    .priority(priority)
                                    .scheduledTo(tx.now())));
        } catch (SQLRuntimeException | DbSchedulerException e) {
            // As all that goes wrong in a transaction, so that it is tried again.
            throw new UnableToExecuteStatementException(e, null);
        }
    }
}
