package assay.server.outbox;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Points;
import assay.server.store.Tx;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/** Whether grades have reached the learning platforms, within one transaction: only to be read. */
public final class Arrivals {
    private static final int MICRO_DIGITS = 6;
    private static final String COLUMNS =
            "select s.assignment, s.person, case when r.product = '' then r.issuer else r.product end as"
                    + " platform, s.state, s.given, s.sent_given, s.tries, s.next_at, s.stamped_at,"
                    + " s.last_answer, s.changed_at"
                    + " from lti_scores s join lti_registrations r on r.id = s.registration";
    private static final String ALL = COLUMNS + " where s.course = :course and s.assignment = :assignment";

    private final Tx tx;

    public Arrivals(Tx tx) {
        this.tx = requireNonNull(tx, "tx is null");
    }

    /** Of one person, a line for each platform's column; none where no platform has one. */
    public List<Arrival> of(String course, String assignment, String person) {
        return read(tx.handle()
                .createQuery(ALL + " and s.person = :person order by platform, s.line_item")
                .bind("person", person)
                .bind("course", course)
                .bind("assignment", assignment));
    }

    public List<Arrival> all(String course, String assignment) {
        return read(tx.handle()
                .createQuery(ALL + " order by s.person, platform, s.line_item")
                .bind("course", course)
                .bind("assignment", assignment));
    }

    /** A grade of an assignment that is not where it should be. */
    public record Stuck(String assignment, Arrival arrival) {}

    /** Of a whole course; those that need a person come first. */
    public List<Stuck> stuck(String course, int most) {
        return tx.handle()
                .createQuery(
                        COLUMNS + " where s.course = :course and s.state <> 'DELIVERED' order by case when s.state ="
                                + " 'WAITING' then 1 else 0 end, s.assignment, s.person limit :most")
                .bind("course", course)
                .bind("most", most)
                .map((row, _) -> new Stuck(row.getString("assignment"), read(row)))
                .list();
    }

    private static List<Arrival> read(Query query) {
        return query.map((row, _) -> read(row)).list();
    }

    private static Arrival read(ResultSet row) throws SQLException {
        return new Arrival(
                row.getString("person"),
                row.getString("platform"),
                ArrivalState.valueOf(row.getString("state")),
                points(row, "given"),
                points(row, "sent_given"),
                row.getInt("tries"),
                instant(row, "next_at"),
                instant(row, "stamped_at"),
                row.getString("last_answer"),
                Instant.ofEpochMilli(row.getLong("changed_at")));
    }

    private static Optional<Points> points(ResultSet row, String column) throws SQLException {
        long micros = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(new Points(BigDecimal.valueOf(micros, MICRO_DIGITS)));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
