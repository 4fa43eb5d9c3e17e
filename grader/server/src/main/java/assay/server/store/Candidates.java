package assay.server.store;

import assay.core.domain.Points;
import assay.server.rule.Counting;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What may count: of each submission the newest result that is not merely proposed. */
final class Candidates {
    private static final int MICRO_DIGITS = 6;
    private static final String GRADED = "select g.id, g.submission, s.submitted_at, g.total, s.person from gradings g"
            + " join submissions s on s.id = g.submission where g.state = 'GRADED' and g.applied_at is not null and g.batch <> :without"
            + " and not exists (select 1 from gradings n where n.submission = g.submission and n.state = 'GRADED'"
            + " and n.applied_at is not null and n.batch <> :without"
            + " and (n.applied_at > g.applied_at or n.applied_at = g.applied_at and n.id > g.id))";
    private static final String OF_ALL = " and g.course = :course and g.assignment = :assignment";
    private static final String NO_BATCH = "-";

    private final Handle handle;

    Candidates(Handle handle) {
        this.handle = handle;
    }

    /** One of them, and in whose name it was handed in. */
    record Owned(String submission, String person, Counting.Candidate candidate) {}

    List<Counting.Candidate> of(String course, String assignment, String person) {
        return handle.createQuery(GRADED + " and g.submission in " + Submissions.OWN)
                .bind("course", course)
                .bind("assignment", assignment)
                .bind("person", person)
                .bind("without", NO_BATCH)
                .map((row, _) -> candidate(row))
                .list();
    }

    /** Everybody's, as it was before a batch. */
    List<Owned> without(String course, String assignment, String batch) {
        return handle.createQuery(GRADED + OF_ALL)
                .bind("course", course)
                .bind("assignment", assignment)
                .bind("without", batch)
                .map((row, _) -> new Owned(row.getString(2), row.getString(5), candidate(row)))
                .list();
    }

    /** What a batch has brought so far, whether it counts or not. */
    List<Owned> within(String batch) {
        return handle.createQuery("select g.id, g.submission, s.submitted_at, g.total, s.person from gradings g"
                        + " join submissions s on s.id = g.submission where g.batch = :batch and g.state = 'GRADED'")
                .bind("batch", batch)
                .map((row, _) -> new Owned(row.getString(2), row.getString(5), candidate(row)))
                .list();
    }

    private static Counting.Candidate candidate(ResultSet row) throws SQLException {
        return new Counting.Candidate(
                row.getString(1),
                Instant.ofEpochMilli(row.getLong(3)),
                new Points(BigDecimal.valueOf(row.getLong(4), MICRO_DIGITS)));
    }
}
