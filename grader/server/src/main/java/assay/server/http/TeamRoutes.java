package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.server.course.InForce;
import assay.server.rule.CourseRules;
import assay.server.store.Role;
import assay.server.store.Store;
import assay.server.store.Tx;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who works together on an assignment. */
final class TeamRoutes {
    private static final String TEAMS = SubmissionRoutes.BASE + "/teams";
    private static final int MOST_TEAMS = 5000;

    private final Store store;

    TeamRoutes(Store store) {
        this.store = requireNonNull(store, "store is null");
    }

    List<Route> routes() {
        return List.of(
                Route.get(TEAMS, Access.STAFF, this::all),
                Route.put(TEAMS, Access.STAFF_CHANGES, this::put),
                Route.get(SubmissionRoutes.BASE + "/team", Access.MEMBER, this::own));
    }

    private void all(Call call) {
        Json.answer(
                call.http(),
                200,
                Json.items(store.read(tx -> tx.teams().all(call.course(), call.assignment())).entrySet().stream()
                        .map(team -> Map.of("team", team.getKey(), "members", team.getValue()))
                        .toList()));
    }

    private void own(Call call) {
        List<String> members = store.read(tx -> InForce.team(
                tx,
                InForce.rules(tx, ClassRoutes.published(tx, call)),
                call.who().id()));
        Json.answer(call.http(), 200, Map.of("members", members));
    }

    record Team(String team, List<String> members) {
        Team {
            members = List.copyOf(members);
        }
    }

    record Wanted(List<Team> teams) {
        Wanted {
            teams = List.copyOf(teams);
        }
    }

    /** Makes or changes the teams that are named; one without members is taken apart. */
    private void put(Call call) {
        List<Team> wanted = Json.read(call.http(), Wanted.class).teams();
        put(store, call, wanted);
        Json.answer(call.http(), 200, Map.of("teams", wanted.size()));
    }

    /** For the API and the page alike. */
    static void put(Store store, Call call, List<Team> wanted) {
        if (wanted.size() > MOST_TEAMS) {
            throw HttpProblem.bad("more than " + MOST_TEAMS + " teams at once");
        }
        store.write(tx -> {
            CourseRules rules = InForce.rules(tx, ClassRoutes.published(tx, call));
            Set<String> placed = new HashSet<>();
            wanted.forEach(team -> put(tx, call, rules, team, placed));
            return true;
        });
    }

    private static void put(Tx tx, Call call, CourseRules rules, Team team, Set<String> placed) {
        String name = Fields.line(team.team(), "team");
        if (team.members().size() > rules.teamSize()) {
            throw new HttpProblem(422, "A team has at most " + rules.teamSize() + " members.", Map.of("team", name));
        }
        team.members().forEach(person -> {
            if (tx.people()
                    .role(call.course(), Fields.id(person))
                    .filter(role -> role == Role.STUDENT)
                    .isEmpty()) {
                throw new HttpProblem(422, "There is no such student in the course.", Map.of("student", person));
            }
            if (!placed.add(person)) {
                throw new HttpProblem(422, "Nobody is in two teams.", Map.of("student", person));
            }
        });
        tx.teams()
                .put(
                        call.course(),
                        call.assignment(),
                        name,
                        team.members(),
                        call.who().id());
        tx.audit(
                call.who().id(),
                "team set",
                call.course(),
                call.assignment(),
                name + ": " + String.join(", ", team.members()));
    }
}
