package assay.server.store;

import assay.server.rule.CourseRules;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Courses, their assignments by version, and the rules they set. */
public final class Courses {
    private final Handle handle;
    private final Instant now;

    Courses(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    /** @return whether it was not there yet */
    public boolean add(String id, String title) {
        return handle.createUpdate("insert into courses (id, title, created_at) values (:id, :title, :now)"
                                + " on conflict (id) do nothing")
                        .bind("id", id)
                        .bind("title", title)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    public Optional<Course> find(String id) {
        return handle.createQuery("select * from courses where id = :id")
                .bind("id", id)
                .mapTo(Course.class)
                .findOne();
    }

    public List<Course> all() {
        return handle.createQuery("select * from courses order by created_at desc, id")
                .mapTo(Course.class)
                .list();
    }

    public List<Course> of(String person) {
        return handle.createQuery("select c.* from courses c join members m on m.course = c.id"
                        + " where m.person = :person order by c.created_at desc, c.id")
                .bind("person", person)
                .mapTo(Course.class)
                .list();
    }

    /** @return whether that version was not there yet; a version never changes */
    public boolean publish(PublishedAssignment assignment) {
        return added(
                "insert into assignments (course, id, version, title, deadline, digest, yaml, published_at,"
                        + " published_by) values (:course, :id, :version, :title, :deadline, :digest, :yaml, :publishedAt,"
                        + " :publishedBy) on conflict (course, id, version) do nothing",
                assignment);
    }

    public Optional<PublishedAssignment> assignment(String course, String id) {
        return handle.createQuery("select * from assignments where course = :course and id = :id"
                        + " order by version desc limit 1")
                .bind("course", course)
                .bind("id", id)
                .mapTo(PublishedAssignment.class)
                .findOne();
    }

    public Optional<PublishedAssignment> assignment(String course, String id, int version) {
        return handle.createQuery(
                        "select * from assignments where course = :course and id = :id and version = :version")
                .bind("course", course)
                .bind("id", id)
                .bind("version", version)
                .mapTo(PublishedAssignment.class)
                .findOne();
    }

    /** The newest version of each. */
    public List<PublishedAssignment> assignments(String course) {
        return handle.createQuery("select a.* from assignments a where a.course = :course and a.version ="
                        + " (select max(b.version) from assignments b where b.course = a.course and b.id = a.id)"
                        + " order by a.deadline, a.id")
                .bind("course", course)
                .mapTo(PublishedAssignment.class)
                .list();
    }

    /** @return whether that version of the rules was not there yet */
    public boolean set(CourseRules rules) {
        return added(
                "insert into rules (course, assignment, version, attempts, cool_down, counting, release_at, team_size,"
                        + " reveals, needs, set_at, set_by) values (:course, :assignment, :version, :attempts,"
                        + " :coolDown, :counting, :releaseAt, :teamSize, :reveals, :needs, :setAt, :setBy)"
                        + " on conflict (course, assignment, version) do nothing",
                rules);
    }

    private boolean added(String sql, Object row) {
        return handle.createUpdate(sql).bindMethods(row).execute() == 1;
    }

    /** Those that hold now. */
    public Optional<CourseRules> rules(String course, String assignment) {
        return handle.createQuery("select * from rules where course = :course and assignment = :assignment"
                        + " order by version desc limit 1")
                .bind("course", course)
                .bind("assignment", assignment)
                .mapTo(CourseRules.class)
                .findOne();
    }

    /** All versions of them, the newest first. */
    public List<CourseRules> allRules(String course, String assignment) {
        return handle.createQuery("select * from rules where course = :course and assignment = :assignment"
                        + " order by version desc")
                .bind("course", course)
                .bind("assignment", assignment)
                .mapTo(CourseRules.class)
                .list();
    }

    public List<AuditEntry> audit(String course, int limit) {
        return handle.createQuery("select * from audit where course = :course order by at desc, id desc limit :limit")
                .bind("course", course)
                .bind("limit", limit)
                .mapTo(AuditEntry.class)
                .list();
    }

    /** Addresses of who is told of events, by the receiver's id; those that are switched off among them. */
    public Map<String, String> receivers(String course) {
        return handle.createQuery("select id, url from webhook_endpoints where course = :course")
                .bind("course", course)
                .map((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public List<Delivery> deliveries(String course, int limit) {
        return handle.createQuery(
                        "select * from deliveries where course = :course order by created_at desc, id desc limit"
                                + " :limit")
                .bind("course", course)
                .bind("limit", limit)
                .mapTo(Delivery.class)
                .list();
    }
}
