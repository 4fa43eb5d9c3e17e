package assay.server.outbox;

/** What students may not see yet, they must not see in a platform either: as SQL says it, as {@code Release} does. */
public final class KeptBack {
    /** Whether the row {@code g} of {@code grades} is kept back; binds {@code :now} in milliseconds. */
    public static final String GRADE = "exists (select 1 from rules r join assignments a on a.course ="
            + " r.course and a.id = r.assignment where r.course = g.course and r.assignment = g.assignment and r.version ="
            + " (select max(v.version) from rules v where v.course = r.course and v.assignment = r.assignment) and"
            + " a.version = (select max(b.version) from assignments b where b.course = a.course and b.id = a.id) and"
            + " (r.release_at > :now + 0 or r.release_at is null and r.reveals is not null and (a.deadline > :now + 0 or"
            + " exists (select 1 from extensions e where e.course = g.course and e.assignment = g.assignment and e.person"
            + " = g.person and (e.until > :now + 0 or a.deadline + 1000 * e.by_seconds > :now + 0)))))";

    private KeptBack() {}
}
