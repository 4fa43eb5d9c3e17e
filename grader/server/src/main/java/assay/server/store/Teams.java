package assay.server.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Who works together on an assignment; nobody is in two teams. */
public final class Teams {
    private final Handle handle;
    private final Instant now;

    Teams(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    /** Takes the place of a team of that name; its members leave whichever they were in. */
    public void put(String course, String assignment, String team, List<String> members, String teacher) {
        remove(course, assignment, team);
        members.forEach(person -> handle.createUpdate("insert into teams (course, assignment, person, team, set_by,"
                        + " set_at) values (:course, :assignment, :person, :team, :teacher, :now) on conflict (course,"
                        + " assignment, person) do update set team = excluded.team, set_by = excluded.set_by,"
                        + " set_at = excluded.set_at")
                .bind("course", course)
                .bind("assignment", assignment)
                .bind("person", person)
                .bind("team", team)
                .bind("teacher", teacher)
                .bind("now", now)
                .execute());
    }

    public void remove(String course, String assignment, String team) {
        handle.createUpdate("delete from teams where course = :course and assignment = :assignment and team = :team")
                .bind("course", course)
                .bind("assignment", assignment)
                .bind("team", team)
                .execute();
    }

    /** Members by the team's name. */
    public Map<String, List<String>> all(String course, String assignment) {
        Map<String, List<String>> teams = new LinkedHashMap<>();
        handle.createQuery("select team, person from teams where course = :course and assignment = :assignment"
                        + " order by team, person")
                .bind("course", course)
                .bind("assignment", assignment)
                .map((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(entry -> teams.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>())
                        .add(entry.getValue()));
        return teams;
    }

    /** Somebody's team, themselves among them; themselves alone where they are in none. */
    public List<String> with(String course, String assignment, String person) {
        List<String> members = handle.createQuery("select o.person from teams m join teams o on o.course = m.course"
                        + " and o.assignment = m.assignment and o.team = m.team where m.course = :course"
                        + " and m.assignment = :assignment and m.person = :person order by o.person")
                .bind("course", course)
                .bind("assignment", assignment)
                .bind("person", person)
                .mapTo(String.class)
                .list();
        return members.isEmpty() ? List.of(person) : members;
    }
}
