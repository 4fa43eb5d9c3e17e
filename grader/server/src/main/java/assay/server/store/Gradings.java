package assay.server.store;

import assay.core.domain.Verdict;
import assay.core.report.GradingJson;
import assay.core.result.Grading;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Gradings from the queue to their end. A grading ends once: whoever comes second, such as a worker that was cut off for
 * longer than its lease, finds it ended and changes nothing.
 */
public final class Gradings {
    private static final String OPEN = " and state in ('WAITING', 'RUNNING')";

    private final Handle handle;
    private final Instant now;

    Gradings(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    public void add(StoredGrading grading) {
        handle.createUpdate("insert into gradings (id, submission, course, assignment, assignment_version, person,"
                        + " state, reason, cause, batch, applied_at, urgency, base_tag, tries, worker, queued_at,"
                        + " cases_done, cases_total) values (:id, :submission, :course, :assignment,"
                        + " :assignmentVersion, :person, :state, :reason, :cause, :batch, :appliedAt, :urgency,"
                        + " :baseTag, :tries, :worker, :queuedAt, :casesDone, :casesTotal)")
                .bindMethods(grading)
                .execute();
    }

    public Optional<StoredGrading> find(String id) {
        return one("select * from gradings where id = :id", "id", id);
    }

    /** The submission whose points are somebody's grade; none where a teacher set it. */
    public Optional<String> counting(Grade grade) {
        return grade.grading()
                .filter(_ -> grade.overriddenBy().isEmpty())
                .flatMap(this::find)
                .map(StoredGrading::submission);
    }

    /** The one that is shown for a submission: the newest that is not merely proposed. */
    public Optional<StoredGrading> ofSubmission(String submission) {
        return one(
                "select * from gradings where submission = :submission and applied_at is not null"
                        + " order by applied_at desc, id desc limit 1",
                "submission",
                submission);
    }

    private Optional<StoredGrading> one(String sql, String name, String value) {
        return handle.createQuery(sql)
                .bind(name, value)
                .mapTo(StoredGrading.class)
                .findOne();
    }

    /** Those that are shown for somebody's submissions, by the submission. */
    public Map<String, StoredGrading> shown(String course, String assignment, String person) {
        Query query = handle.createQuery("select * from gradings where submission in " + Submissions.OWN
                        + " and applied_at is not null order by applied_at, id")
                .bind("course", course)
                .bind("assignment", assignment)
                .bind("person", person);
        return query.mapTo(StoredGrading.class)
                .collect(Collectors.toMap(StoredGrading::submission, grading -> grading, (earlier, later) -> later));
    }

    /** The newest self-check of somebody's submissions, their team's among them. */
    public Optional<StoredGrading> selfCheck(String course, String assignment, String person) {
        // Not by the index of batches, which would lead through everybody's self-checks.
        return handle.createQuery("select * from gradings where submission in " + Submissions.OWN
                        + " and batch || '' = :batch order by queued_at desc, id desc limit 1")
                .bind("course", course)
                .bind("assignment", assignment)
                .bind("person", person)
                .bind("batch", StoredGrading.SELF_CHECK)
                .mapTo(StoredGrading.class)
                .findOne();
    }

    /** The newest self-check of a submission. */
    public Optional<StoredGrading> selfCheck(String submission) {
        return one(
                "select * from gradings where submission = :submission and batch = '" + StoredGrading.SELF_CHECK
                        + "' order by queued_at desc, id desc limit 1",
                "submission",
                submission);
    }

    /** @return whether it was still to be done */
    public boolean start(String id, String worker) {
        return handle.createUpdate("update gradings set state = 'RUNNING', worker = :worker, started_at = :now,"
                                + " tries = tries + 1, cases_done = 0 where id = :id" + OPEN)
                        .bind("id", id)
                        .bind("worker", worker)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    public void progress(String id, int done) {
        handle.createUpdate("update gradings set cases_done = :done where id = :id" + OPEN)
                .bind("id", id)
                .bind("done", done)
                .execute();
    }

    /** Back into the queue. */
    public void retry(String id, String reason) {
        handle.createUpdate("update gradings set state = 'WAITING', reason = :reason where id = :id" + OPEN)
                .bind("id", id)
                .bind("reason", reason)
                .execute();
    }

    /** @return whether this ended it */
    public boolean finish(String id, Grading outcome, byte[] json) {
        boolean first = end(id, "GRADED", "", Optional.of(outcome));
        if (first) {
            record(id, json, GradingJson.bytes(outcome.inBrief()));
        }
        return first;
    }

    /**
     * Gives it up, through a fault of ours.
     *
     * @return whether this ended it
     */
    public boolean setAside(String id, String reason) {
        return end(id, "SET_ASIDE", reason, Optional.empty());
    }

    private boolean end(String id, String state, String reason, Optional<Grading> outcome) {
        return handle.createUpdate("update gradings set state = :state, reason = :reason, ended_at = :now,"
                                + " verdict = :verdict, raw = :raw, penalty = :penalty, total = :total,"
                                + " maximum = :maximum, days_late = :daysLate,"
                                + " cases_done = case when :state = 'GRADED' then cases_total else cases_done end"
                                + " where id = :id" + OPEN)
                        .bind("id", id)
                        .bind("state", state)
                        .bind("reason", reason)
                        .bind("now", now)
                        .bind("verdict", outcome.map(Grading::verdict).orElse(Verdict.IE))
                        .bind("raw", outcome.map(grading -> grading.score().raw()))
                        .bind("penalty", outcome.map(grading -> grading.score().penalty()))
                        .bind("total", outcome.map(grading -> grading.score().total()))
                        .bind("maximum", outcome.map(grading -> grading.score().maximum()))
                        .bind(
                                "daysLate",
                                outcome.map(grading -> grading.lateness().days()))
                        .execute()
                == 1;
    }

    private void record(String id, byte[] json, byte[] brief) {
        handle.createUpdate("insert into records (grading, json, brief) values (:id, :json, :brief)")
                .bind("brief", brief)
                .bind("id", id)
                .bind("json", json)
                .execute();
    }

    /** The whole record of a grading, as {@link assay.core.report.GradingJson} wrote it. */
    public Optional<byte[]> record(String id) {
        return handle.createQuery("select json from records where grading = :id")
                .bind("id", id)
                .mapTo(byte[].class)
                .findOne();
    }

    /** What waits and runs, in the order of service as far as it is known. */
    public List<StoredGrading> open(int limit) {
        return handle.createQuery("select * from gradings where state in ('WAITING', 'RUNNING')"
                        + " order by state, base_tag, id limit :limit")
                .bind("limit", limit)
                .mapTo(StoredGrading.class)
                .list();
    }

    public long count(GradingState state) {
        return handle.createQuery("select count(*) from gradings where state = :state")
                .bind("state", state)
                .mapTo(Long.class)
                .one();
    }
}
