package assay.server.lti;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Points;
import assay.server.outbox.ArrivalState;
import assay.server.store.Tx;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Update;

/** Grades on their way to platforms, within one transaction. */
public final class Scores {
    private static final int MICRO_DIGITS = 6;
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int LONGEST_ANSWER = 500;
    static final String WHOSE = " where registration = :registration and line_item = :item and subject = :subject";

    private final Tx tx;

    public Scores(Tx tx) {
        this.tx = requireNonNull(tx, "tx is null");
    }

    public List<Score> due(int most) {
        return tx.handle()
                .createQuery("select * from lti_scores where state in ('WAITING', 'HELD') and next_at <= :now"
                        + " order by next_at, registration, line_item, subject limit :most")
                .bind("now", tx.now())
                .bind("most", most)
                .map((row, _) -> read(row))
                .list();
    }

    /** Whether it is ours to send now: of several servers, one gets it. */
    boolean claim(Score score) {
        return whose(
                                tx,
                                "update lti_scores set next_at = :lease" + WHOSE
                                        + " and state in ('WAITING', 'HELD') and next_at <= :now and version ="
                                        + " :version",
                                score)
                        .bind("lease", tx.now().plus(LEASE))
                        .bind("now", tx.now())
                        .bind("version", score.version())
                        .execute()
                == 1;
    }

    /** The rights in a line item's link: what we may do there, and in which deployment. */
    record Rights(String deployment, List<String> scopes) {}

    Rights rights(Score score) {
        return tx.handle()
                .createQuery("select deployment, scopes from lti_links where registration = :registration"
                        + " and line_item = :item order by deployment limit 1")
                .bind("registration", score.registration())
                .bind("item", score.lineItem().toString())
                .map((row, _) -> new Rights(
                        row.getString("deployment"),
                        List.of(row.getString("scopes").split(" "))))
                .findOne()
                .orElseGet(() -> new Rights("", List.of()));
    }

    /**
     * Before it is sent: an answer may be lost, and the next one has to bear a later time all the same.
     *
     * @param before what of ours the platform holds by now
     */
    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // a column that may be empty
    void stamp(Score score, Instant at, Optional<Points> before) {
        whose(tx, "update lti_scores set stamped_at = :at, sent_given = :before, tried_given = :given" + WHOSE, score)
                .bind("at", at)
                .bind("before", before)
                .bind("given", score.given())
                .execute();
    }

    /** The platform has it; if a newer grade came meanwhile, that one goes on waiting. */
    void delivered(Score score, String answer) {
        whose(tx, "update lti_scores set sent_given = :given, tried_given = null, last_answer = :answer" + WHOSE, score)
                .bind("given", score.given())
                .bind("answer", cut(answer))
                .execute();
        state(score, ArrivalState.DELIVERED, answer);
    }

    void state(Score score, ArrivalState state, String answer) {
        settle(score, state, Optional.empty(), answer);
    }

    /** Left as the platform has it, and looked at again then. */
    void hold(Score score, Instant look, String answer) {
        settle(score, ArrivalState.HELD, Optional.of(look), answer);
    }

    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // a column that may be empty
    private void settle(Score score, ArrivalState state, Optional<Instant> nextAt, String answer) {
        whose(
                        tx,
                        "update lti_scores set state = :state, tries = tries + 1, next_at = :nextAt, last_answer ="
                                + " :answer, changed_at = :now" + WHOSE + " and version = :version",
                        score)
                .bind("state", state.name())
                .bind("nextAt", nextAt)
                .bind("answer", cut(answer))
                .bind("now", tx.now())
                .bind("version", score.version())
                .execute();
    }

    void retry(Score score, Instant at, String answer) {
        whose(
                        tx,
                        "update lti_scores set tries = tries + 1, next_at = :at, last_answer = :answer" + WHOSE
                                + " and version = :version",
                        score)
                .bind("at", at)
                .bind("answer", cut(answer))
                .bind("version", score.version())
                .execute();
    }

    static Update whose(Tx tx, String sql, Score score) {
        return tx.handle()
                .createUpdate(sql)
                .bind("registration", score.registration())
                .bind("item", score.lineItem().toString())
                .bind("subject", score.subject());
    }

    private static String cut(String answer) {
        return answer.substring(0, Math.min(answer.length(), LONGEST_ANSWER));
    }

    static Score read(ResultSet row) throws SQLException {
        return new Score(
                row.getString("registration"),
                URI.create(row.getString("line_item")),
                row.getString("subject"),
                row.getString("course"),
                row.getString("assignment"),
                row.getString("person"),
                row.getLong("version"),
                points(row, "given"),
                points(row, "maximum").orElseThrow(),
                row.getString("comment"),
                instant(row, "submitted_at"),
                ArrivalState.valueOf(row.getString("state")),
                row.getInt("tries"),
                instant(row, "stamped_at"),
                points(row, "sent_given"),
                points(row, "tried_given"),
                row.getString("last_answer"));
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
