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
    private static final String WHOSE =
            " where registration = :registration and line_item = :item and subject = :subject";

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

    /** What stands in every course for one person, for the page that says whether a grade has arrived. */
    public List<Score> of(String course, String assignment, String person) {
        return tx.handle()
                .createQuery("select * from lti_scores where course = :course and assignment = :assignment"
                        + " and person = :person order by registration, line_item")
                .bind("course", course)
                .bind("assignment", assignment)
                .bind("person", person)
                .map((row, _) -> read(row))
                .list();
    }

    /** The same in words. */
    public static List<String> told(Tx tx, String course, String assignment, String person) {
        return new Scores(tx)
                .of(course, assignment, person).stream()
                        .map(score -> "Your grade is " + score.state().words() + ".")
                        .toList();
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
        whose("update lti_scores set stamped_at = :at, sent_given = :before, tried_given = :given" + WHOSE, score)
                .bind("at", at)
                .bind("before", before)
                .bind("given", score.given())
                .execute();
    }

    /** The platform has it; if a newer grade came meanwhile, that one goes on waiting. */
    void delivered(Score score, String answer) {
        whose("update lti_scores set sent_given = :given, tried_given = null, last_answer = :answer" + WHOSE, score)
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
                        "update lti_scores set tries = tries + 1, next_at = :at, last_answer = :answer" + WHOSE
                                + " and version = :version",
                        score)
                .bind("at", at)
                .bind("answer", cut(answer))
                .bind("version", score.version())
                .execute();
    }

    /**
     * A person decides that ours counts after all: it is sent over what the platform holds.
     *
     * @param held what it holds, as a part of full marks, so that another change in between is seen
     */
    void overwrite(Score score, BigDecimal held) {
        whose(
                        "update lti_scores set state = 'WAITING', tries = 0, next_at = :now, sent_given = :held,"
                                + " tried_given = null" + WHOSE,
                        score)
                .bind("now", tx.now())
                .bind("held", new Points(held.multiply(score.maximum().value())))
                .execute();
    }

    /**
     * What was given up, or not taken, is tried once more from the beginning.
     *
     * @return of how many columns that holds
     */
    int again(String course, String assignment, String person) {
        return tx.handle()
                .createUpdate("update lti_scores set state = 'WAITING', tries = 0, next_at = :now, changed_at = :now"
                        + " where course = :course and assignment = :assignment and person = :person"
                        + " and state in ('REFUSED', 'GIVEN_UP')")
                .bind("now", tx.now())
                .bind("course", course)
                .bind("assignment", assignment)
                .bind("person", person)
                .execute();
    }

    private Update whose(String sql, Score score) {
        return tx.handle()
                .createUpdate(sql)
                .bind("registration", score.registration())
                .bind("item", score.lineItem().toString())
                .bind("subject", score.subject());
    }

    private static String cut(String answer) {
        return answer.substring(0, Math.min(answer.length(), LONGEST_ANSWER));
    }

    private static Score read(ResultSet row) throws SQLException {
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
