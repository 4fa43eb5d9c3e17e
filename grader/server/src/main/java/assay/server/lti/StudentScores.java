package assay.server.lti;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Points;
import assay.server.store.Tx;
import java.math.BigDecimal;
import java.util.List;

/** The grades of one student on their way to platforms, for whoever looks at them or decides about them. */
public final class StudentScores {
    private final Tx tx;

    public StudentScores(Tx tx) {
        this.tx = requireNonNull(tx, "tx is null");
    }

    /** What stands in every course for one person, for the page that says whether a grade has arrived. */
    public List<Score> of(String course, String assignment, String person) {
        return tx.handle()
                .createQuery("select * from lti_scores where course = :course and assignment = :assignment"
                        + " and person = :person order by registration, line_item")
                .bind("course", course)
                .bind("assignment", assignment)
                .bind("person", person)
                .map((row, _) -> Scores.read(row))
                .list();
    }

    /** The same in words. */
    public static List<String> told(Tx tx, String course, String assignment, String person) {
        return new StudentScores(tx)
                .of(course, assignment, person).stream()
                        .map(score -> "Your grade is " + score.state().words() + ".")
                        .toList();
    }

    /**
     * A person decides that ours counts after all: it is sent over what the platform holds.
     *
     * @param held what it holds, as a part of full marks, so that another change in between is seen
     */
    void overwrite(Score score, BigDecimal held) {
        Scores.whose(
                        tx,
                        "update lti_scores set state = 'WAITING', tries = 0, next_at = :now, sent_given = :held,"
                                + " tried_given = null" + Scores.WHOSE,
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
}
