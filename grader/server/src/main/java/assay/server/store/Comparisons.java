package assay.server.store;

import static java.util.Objects.requireNonNull;

import assay.core.alike.Comparison;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Comparisons of submissions, from being asked for to their end. One that has ended never changes. */
public final class Comparisons {
    private static final String OPEN = "state in ('WAITING', 'RUNNING')";

    private final Handle handle;
    private final Instant now;

    public Comparisons(Tx tx) {
        requireNonNull(tx, "tx is null");
        this.handle = tx.handle();
        this.now = tx.now();
    }

    /** @param given what everybody was given, and its file name */
    public StoredComparison add(
            String course, String assignment, String teacher, Optional<String> given, String givenName) {
        StoredComparison comparison = new StoredComparison(
                Ids.at(now),
                course,
                assignment,
                ComparisonState.WAITING,
                "",
                teacher,
                now,
                Optional.empty(),
                0,
                given,
                givenName,
                0);
        handle.createUpdate("insert into comparisons (id, course, assignment, state, reason, asked_by, asked_at, tries,"
                        + " given, given_name, compared) values (:id, :course, :assignment, :state, :reason, :askedBy,"
                        + " :askedAt, :tries, :given, :givenName, :compared)")
                .bindMethods(comparison)
                .execute();
        return comparison;
    }

    public Optional<StoredComparison> find(String id) {
        return handle.createQuery("select * from comparisons where id = :id")
                .bind("id", id)
                .mapTo(StoredComparison.class)
                .findOne();
    }

    /** Newest first. */
    public List<StoredComparison> of(String course, String assignment) {
        return handle.createQuery("select * from comparisons where course = :course and assignment = :assignment"
                        + " order by asked_at desc, id desc")
                .bind("course", course)
                .bind("assignment", assignment)
                .mapTo(StoredComparison.class)
                .list();
    }

    /** How far those are, by their ids. */
    public Map<String, ComparisonState> states(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return handle.createQuery("select id, state from comparisons where id in (<ids>)")
                .bindList("ids", List.copyOf(ids))
                .map((row, _) -> Map.entry(row.getString(1), ComparisonState.valueOf(row.getString(2))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What is still to be done, the oldest first. */
    public List<StoredComparison> open() {
        return handle.createQuery("select * from comparisons where " + OPEN + " order by asked_at, id")
                .mapTo(StoredComparison.class)
                .list();
    }

    /** The submissions that count, each once, however many it is of. */
    public List<StoredSubmission> counting(String course, String assignment) {
        return handle.createQuery("select * from submissions where id in (select x.submission from grades g"
                        + " join gradings x on x.id = g.grading where g.course = :course"
                        + " and g.assignment = :assignment) order by person, id")
                .bind("course", course)
                .bind("assignment", assignment)
                .mapTo(StoredSubmission.class)
                .list();
    }

    public void begin(String id) {
        handle.createUpdate("update comparisons set state = 'RUNNING', tries = tries + 1 where id = :id and " + OPEN)
                .bind("id", id)
                .execute();
    }

    /** @return whether this ended it */
    public boolean fail(String id, String reason) {
        return end(id, ComparisonState.FAILED, reason, 0);
    }

    /**
     * @param compared how many submissions were
     * @return whether this ended it
     */
    public boolean finish(String id, Comparison.Compared found, int compared) {
        boolean first = end(id, ComparisonState.DONE, "", compared);
        if (first) {
            new Likenesses(handle).keep(id, found);
        }
        return first;
    }

    private boolean end(String id, ComparisonState state, String reason, int compared) {
        return handle.createUpdate("update comparisons set state = :state, reason = :reason, ended_at = :now,"
                                + " compared = :compared where id = :id and " + OPEN)
                        .bind("id", id)
                        .bind("state", state)
                        .bind("reason", reason)
                        .bind("now", now)
                        .bind("compared", compared)
                        .execute()
                == 1;
    }
}
