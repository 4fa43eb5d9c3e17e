package assay.server.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Whole classes in one query each, however large they are. */
public final class Classes {
    private final Handle handle;

    Classes(Handle handle) {
        this.handle = handle;
    }

    /** Everybody in the course, with what counts for them; by id. */
    public List<ClassRow> rows(String course, String assignment) {
        return handle.createQuery("select m.person, p.name, m.role, g.points, g.maximum, g.verdict, g.days_late,"
                        + " g.overridden_by, coalesce(n.submissions, 0) as submissions, n.last from members m"
                        + " join people p on p.id = m.person"
                        + " left join grades g on g.course = m.course and g.assignment = :assignment"
                        + " and g.person = m.person"
                        + " left join (select person, count(*) as submissions, max(submitted_at) as last from"
                        + " (select person, submitted_at from submissions where course = :course"
                        + " and assignment = :assignment union all select h.person, s.submitted_at"
                        + " from shared_submissions h join submissions s on s.id = h.submission"
                        + " where s.course = :course and s.assignment = :assignment) b group by person) n"
                        + " on n.person = m.person where m.course = :course order by m.person")
                .bind("course", course)
                .bind("assignment", assignment)
                .mapTo(ClassRow.class)
                .list();
    }

    /** The version by which most of the results that count are graded, the newest of them; empty while there is none. */
    public Optional<Integer> prevailing(String course, String assignment) {
        return handle.createQuery("select x.assignment_version from grades g join gradings x on x.id = g.grading"
                        + " where g.course = :course and g.assignment = :assignment group by x.assignment_version"
                        + " order by count(*) desc, x.assignment_version desc limit 1")
                .bind("course", course)
                .bind("assignment", assignment)
                .mapTo(Integer.class)
                .findOne();
    }

    /**
     * The results that count, without what takes up the room; those of that version.
     *
     * @return JSON as {@link assay.core.report.GradingJson} writes it
     */
    public List<byte[]> results(String course, String assignment, int version) {
        return handle.createQuery("select coalesce(r.brief, r.json) from grades g join gradings x on x.id = g.grading"
                        + " join records r on r.grading = x.id where g.course = :course and g.assignment = :assignment"
                        + " and x.assignment_version = :version order by g.person")
                .bind("course", course)
                .bind("assignment", assignment)
                .bind("version", version)
                .mapTo(byte[].class)
                .list();
    }
}
