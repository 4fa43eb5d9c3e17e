package assay.server.lti;

import static java.util.Objects.requireNonNull;

import assay.server.store.Tx;

/** Grades that a platform has not been told of, within one transaction. */
public final class ChangedGrades {
    /** What students may not see yet, they must not see in the platform either. */
    private static final String RELEASED = " and not exists (select 1 from rules r join assignments a on a.course ="
            + " r.course and a.id = r.assignment where r.course = g.course and r.assignment = g.assignment and r.version ="
            + " (select max(v.version) from rules v where v.course = r.course and v.assignment = r.assignment) and"
            + " a.version = (select max(b.version) from assignments b where b.course = a.course and b.id = a.id) and"
            + " (r.release_at > :now + 0 or r.release_at is null and r.reveals is not null and (a.deadline > :now + 0 or"
            + " exists (select 1 from extensions e where e.course = g.course and e.assignment = g.assignment and e.person"
            + " = g.person and (e.until > :now + 0 or a.deadline + 1000 * e.by_seconds > :now + 0)))))";

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
                        + RELEASED
                        + " on conflict (registration, line_item, subject) do update set version = excluded.version,"
                        + " given = excluded.given, maximum = excluded.maximum,"
                        + " state = 'WAITING', tries = 0,"
                        + " next_at = excluded.next_at, changed_at = excluded.changed_at")
                .bind("now", tx.now().toEpochMilli())
                .execute();
    }
}
