package assay.server.store;

import assay.core.domain.Extension;
import assay.core.domain.Points;
import assay.server.rule.Counting;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What counts for each student, and what teachers decided by hand. */
public final class Grades {
    private static final String WHOSE = " where course = :course and assignment = :assignment and person = :person";

    private final Handle handle;
    private final Instant now;

    Grades(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    public Optional<Grade> find(String course, String assignment, String person) {
        return handle.createQuery("select * from grades" + WHOSE)
                .bind("course", course)
                .bind("assignment", assignment)
                .bind("person", person)
                .mapTo(Grade.class)
                .findOne();
    }

    public List<Grade> all(String course, String assignment) {
        return handle.createQuery(
                        "select * from grades where course = :course and assignment = :assignment order by person")
                .bind("course", course)
                .bind("assignment", assignment)
                .mapTo(Grade.class)
                .list();
    }

    /**
     * Finds anew what counts, after a grading has ended or a teacher has decided.
     *
     * @param maximum the points of the assignment, where nothing is graded yet
     */
    public void renew(String course, String assignment, String person, Counting counting, Points maximum) {
        oneAtATime(person);
        Optional<StoredGrading> chosen = counting.choose(new Candidates(handle).of(course, assignment, person))
                .flatMap(candidate -> new Gradings(handle, now).find(candidate.grading()));
        Optional<PointsOverride> decided = override(course, assignment, person);
        Grade renewed = new Grade(
                course,
                assignment,
                person,
                chosen.map(StoredGrading::id),
                decided.flatMap(PointsOverride::points).or(() -> chosen.flatMap(StoredGrading::total)),
                chosen.flatMap(StoredGrading::maximum).orElse(maximum),
                chosen.flatMap(StoredGrading::verdict),
                chosen.flatMap(StoredGrading::daysLate).orElse(0L),
                decided.map(PointsOverride::setBy),
                1,
                now);
        // The version counts up only where something changed, since whoever delivers grades waits for that.
        int changed = handle.createUpdate("insert into grades (course, assignment, person, grading, points, maximum,"
                        + " verdict, days_late, overridden_by, version, changed_at) values (:course, :assignment, :person,"
                        + " :grading, :points, :maximum, :verdict, :daysLate, :overriddenBy, :version, :changedAt) on conflict"
                        + " (course, assignment, person) do update set grading = excluded.grading, points = excluded.points,"
                        + " maximum = excluded.maximum, verdict = excluded.verdict, days_late = excluded.days_late, overridden_by"
                        + " = excluded.overridden_by, version = grades.version + 1, changed_at = excluded.changed_at where"
                        + " grades.grading is distinct from excluded.grading or grades.points is distinct from excluded.points or"
                        + " grades.maximum is distinct from excluded.maximum or grades.verdict is distinct from excluded.verdict"
                        + " or grades.overridden_by is distinct from excluded.overridden_by")
                .bindMethods(renewed)
                .execute();
        if (changed == 1) {
            announce(renewed);
        }
    }

    private void announce(Grade grade) {
        Map<String, Object> data = new HashMap<>(Map.of(
                "assignment", grade.assignment(),
                "student", grade.person(),
                "maximum", grade.maximum().value(),
                "overridden", grade.overriddenBy().isPresent()));
        grade.points().ifPresent(points -> data.put("points", points.value()));
        new Events(handle, now).announce(grade.course(), "grade.changed", data);
    }

    /** Two gradings that end at once would each not see the other, and the one that is later might leave the wrong one. */
    private void oneAtATime(String person) {
        handle.createUpdate("update people set name = name where id = :person")
                .bind("person", person)
                .execute();
    }

    /** The override that holds, if one does. */
    public Optional<PointsOverride> override(String course, String assignment, String person) {
        return overrides(course, assignment, person).stream()
                .findFirst()
                .filter(latest -> latest.points().isPresent());
    }

    /** Newest first. */
    public List<PointsOverride> overrides(String course, String assignment, String person) {
        return handle.createQuery("select * from overrides" + WHOSE + " order by set_at desc, id desc")
                .bind("course", course)
                .bind("assignment", assignment)
                .bind("person", person)
                .mapTo(PointsOverride.class)
                .list();
    }

    /** @param points nothing withdraws an earlier override */
    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // a column that may be empty
    public void override(
            String course, String assignment, String person, Optional<Points> points, String reason, String setBy) {
        handle.createUpdate("insert into overrides (id, course, assignment, person, points, reason, set_by, set_at)"
                        + " values (:id, :course, :assignment, :person, :points, :reason, :setBy, :setAt)")
                .bindMethods(new PointsOverride(Ids.at(now), course, assignment, person, points, reason, setBy, now))
                .execute();
    }

    /** The extension that holds, if one does. */
    public Optional<GrantedExtension> extension(String course, String assignment, String person) {
        return extensions(course, assignment, person).stream()
                .findFirst()
                .filter(latest -> latest.extension().isPresent());
    }

    /** Newest first. */
    public List<GrantedExtension> extensions(String course, String assignment, String person) {
        return handle.createQuery("select * from extensions" + WHOSE + " order by set_at desc, id desc")
                .bind("course", course)
                .bind("assignment", assignment)
                .bind("person", person)
                .mapTo(GrantedExtension.class)
                .list();
    }

    /** Without an extension, an earlier one is withdrawn. */
    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // columns that may be empty
    public void extend(
            String course,
            String assignment,
            String person,
            Optional<Extension> extension,
            String reason,
            String setBy) {
        handle.createUpdate("insert into extensions (id, course, assignment, person, until, by_seconds, reason, set_by,"
                        + " set_at) values (:id, :course, :assignment, :person, :until, :bySeconds, :reason, :setBy,"
                        + " :setAt)")
                .bindMethods(
                        GrantedExtension.of(Ids.at(now), course, assignment, person, extension, reason, setBy, now))
                .execute();
    }
}
