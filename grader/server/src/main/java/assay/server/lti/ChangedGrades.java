package assay.server.lti;

import static java.util.Objects.requireNonNull;

import assay.server.outbox.KeptBack;
import assay.server.store.Tx;

/** Grades that a platform has not been told of, within one transaction. */
public final class ChangedGrades {
    private final Tx tx;

    public ChangedGrades(Tx tx) {
        this.tx = requireNonNull(tx, "tx is null");
    }

    /**
     * Takes up every grade that has changed since it was taken up last: a newer one takes the place of an older.
     *
     * @return how many
     */
    public int takeUp() {
        return tx.handle()
                .createUpdate("insert into lti_scores (registration, line_item, subject, course, assignment, person,"
                        + " version, given, maximum, comment, state, tries, next_at, last_answer, changed_at)"
                        + " select distinct l.registration, l.line_item, p.subject, g.course, g.assignment, g.person,"
                        + " g.version, g.points, g.maximum, '', 'WAITING', 0, :now + 0, '', :now + 0"
                        + " from grades g join lti_links l on l.course = g.course and l.assignment = g.assignment"
                        + " join lti_people p on p.registration = l.registration and p.person = g.person"
                        + " left join lti_scores s on s.registration = l.registration and s.line_item = l.line_item"
                        + " and s.subject = p.subject"
                        + " where l.line_item <> '' and (s.version is null or s.version < g.version)"
                        // Of a grade that is not there yet, or through a fault of ours, the platform is told nothing.
                        + " and (g.points is not null or s.sent_given is not null)"
                        + " and not " + KeptBack.GRADE
                        + " on conflict (registration, line_item, subject) do update set version = excluded.version,"
                        + " given = excluded.given, maximum = excluded.maximum,"
                        + " state = 'WAITING', tries = 0,"
                        + " next_at = excluded.next_at, changed_at = excluded.changed_at")
                .bind("now", tx.now().toEpochMilli())
                .execute();
    }
}
