package assay.server.store;

import assay.server.rule.Counting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Regrades of whole assignments, and what they would change. */
public final class Regrades {
    private final Handle handle;
    private final Instant now;

    Regrades(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    public Regrade add(String course, String assignment, int version, String reason, String teacher) {
        Regrade regrade = new Regrade(
                Ids.at(now),
                course,
                assignment,
                version,
                RegradeState.PROPOSED,
                reason,
                teacher,
                now,
                Optional.empty(),
                Optional.empty());
        handle.createUpdate("insert into regrades (id, course, assignment, version, state, reason, asked_by, asked_at)"
                        + " values (:id, :course, :assignment, :version, :state, :reason, :askedBy, :askedAt)")
                .bindMethods(regrade)
                .execute();
        return regrade;
    }

    public Optional<Regrade> find(String id) {
        return handle.createQuery("select * from regrades where id = :id")
                .bind("id", id)
                .mapTo(Regrade.class)
                .findOne();
    }

    /** Newest first. */
    public List<Regrade> of(String course, String assignment) {
        return handle.createQuery("select * from regrades where course = :course and assignment = :assignment"
                        + " order by asked_at desc, id desc")
                .bind("course", course)
                .bind("assignment", assignment)
                .mapTo(Regrade.class)
                .list();
    }

    /** @return whether it was in the first state; of two who decide at once, one does */
    public boolean decide(Regrade regrade, RegradeState to, String teacher) {
        return handle.createUpdate("update regrades set state = :to, decided_by = :teacher, decided_at = :now"
                                + " where id = :id and state = :from")
                        .bind("to", to)
                        .bind("teacher", teacher)
                        .bind("now", now)
                        .bind("id", regrade.id())
                        .bind("from", regrade.state())
                        .execute()
                == 1;
    }

    /**
     * What has a result that counts, and is to be graded by that version.
     *
     * @param all with what was graded by that version already
     */
    public List<StoredSubmission> toGrade(String course, String assignment, int version, boolean all) {
        return handle.createQuery("select s.* from submissions s join gradings g on g.submission = s.id"
                        + " where s.course = :course and s.assignment = :assignment and g.state = 'GRADED'"
                        + " and g.applied_at is not null and (:all = 1 or g.assignment_version <> :version)"
                        + " and not exists (select 1 from gradings n where n.submission = g.submission"
                        + " and n.state = 'GRADED' and n.applied_at is not null and (n.applied_at > g.applied_at"
                        + " or n.applied_at = g.applied_at and n.id > g.id)) order by s.submitted_at, s.id")
                .bind("course", course)
                .bind("assignment", assignment)
                .bind("version", version)
                .bind("all", all ? 1 : 0)
                .mapTo(StoredSubmission.class)
                .list();
    }

    /** How many of its gradings are where. */
    public Map<GradingState, Long> progress(String regrade) {
        Map<GradingState, Long> counts = new HashMap<>();
        // What was set aside and is graded again counts once.
        handle.createQuery("select g.state, count(*) from gradings g where g.batch = :batch and not"
                        + " (g.state = 'SET_ASIDE' and " + Backlog.AGAIN + ") group by g.state")
                .bind("batch", regrade)
                .map((row, _) -> Map.entry(GradingState.valueOf(row.getString(1)), row.getLong(2)))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    /**
     * What may count for somebody, without and with a regrade.
     *
     * @param after the regrade's result where there is one, else what counted before
     */
    public record Sides(Map<String, Counting.Candidate> before, Map<String, Counting.Candidate> after) {}

    /** For everybody whom a regrade concerns; by the submission on both sides. */
    public Map<String, Sides> sides(Regrade regrade) {
        Candidates candidates = new Candidates(handle);
        Map<String, List<String>> sharers = new HashMap<>();
        handle.createQuery("select h.submission, h.person from shared_submissions h join submissions s"
                        + " on s.id = h.submission where s.course = :course and s.assignment = :assignment")
                .bind("course", regrade.course())
                .bind("assignment", regrade.assignment())
                .map((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(entry -> sharers.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>())
                        .add(entry.getValue()));
        Map<String, Sides> sides = new LinkedHashMap<>();
        for (Candidates.Owned one : candidates.without(regrade.course(), regrade.assignment(), regrade.id())) {
            owners(one, sharers).forEach(person -> {
                Sides own = sides.computeIfAbsent(person, _ -> new Sides(new HashMap<>(), new HashMap<>()));
                own.before().put(one.submission(), one.candidate());
                own.after().put(one.submission(), one.candidate());
            });
        }
        for (Candidates.Owned one : candidates.within(regrade.id())) {
            owners(one, sharers)
                    .forEach(person -> sides.computeIfAbsent(person, _ -> new Sides(new HashMap<>(), new HashMap<>()))
                            .after()
                            .put(one.submission(), one.candidate()));
        }
        return sides;
    }

    private static List<String> owners(Candidates.Owned one, Map<String, List<String>> sharers) {
        List<String> owners = new ArrayList<>(List.of(one.person()));
        owners.addAll(sharers.getOrDefault(one.submission(), List.of()));
        return owners;
    }

    /** Those of its results count from now on. */
    public void apply(Regrade regrade, Collection<String> gradings) {
        PreparedBatch batch =
                handle.prepareBatch("update gradings set applied_at = :now where id = :id and batch = :batch"
                        + " and state = 'GRADED' and applied_at is null");
        gradings.forEach(id -> batch.bind("now", now)
                .bind("id", id)
                .bind("batch", regrade.id())
                .add());
        batch.execute();
    }

    /** None of its results counts any more. */
    public void takeBack(Regrade regrade) {
        handle.createUpdate("update gradings set applied_at = null where batch = :batch")
                .bind("batch", regrade.id())
                .execute();
    }

    /** What of it still waits is not graded; its jobs find nothing to do. */
    public void cancel(Regrade regrade) {
        handle.createUpdate("delete from gradings where batch = :batch and state = 'WAITING' and applied_at is null")
                .bind("batch", regrade.id())
                .execute();
    }
}
