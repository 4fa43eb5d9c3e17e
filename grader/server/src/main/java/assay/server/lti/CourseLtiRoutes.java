package assay.server.lti;

import static java.util.Objects.requireNonNull;

import assay.server.http.Access;
import assay.server.http.Call;
import assay.server.http.Html;
import assay.server.http.HttpProblem;
import assay.server.http.Json;
import assay.server.http.PageText;
import assay.server.http.Route;
import assay.server.outbox.ArrivalState;
import assay.server.store.Store;
import assay.server.store.Tx;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a course's teachers ask of its platforms: who is in the course there, and that our grade counts after all. */
public final class CourseLtiRoutes {
    private static final String ONE = "/courses/{course}/assignments/{assignment}/lms/{person}";

    private final Store store;
    private final Roster roster;
    private final ScoreSender sender;

    public CourseLtiRoutes(Store store, Roster roster, ScoreSender sender) {
        this.store = requireNonNull(store, "store is null");
        this.roster = requireNonNull(roster, "roster is null");
        this.sender = requireNonNull(sender, "sender is null");
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/courses/{course}/lti/roster", Access.INSTRUCTOR, this::roster),
                Route.post(
                        "/api/v1" + ONE + "/overwrite",
                        Access.STAFF_CHANGES,
                        call -> Json.answer(call.http(), 202, Map.of("grades", overwrite(call)))),
                Route.post(
                        "/api/v1" + ONE + "/again",
                        Access.STAFF_CHANGES,
                        call -> Json.answer(call.http(), 202, Map.of("grades", again(call)))),
                Route.post(ONE + "/overwrite", Access.STAFF_CHANGES, call -> back(call, overwrite(call))),
                Route.post(ONE + "/again", Access.STAFF_CHANGES, call -> back(call, again(call))));
    }

    private record Context(String registration, String deployment, String title, String memberships) {}

    private static List<Context> contexts(Tx tx, String course) {
        return tx.handle()
                .createQuery("select registration, deployment, title, memberships from lti_contexts"
                        + " where course = :course order by registration, deployment, context")
                .bind("course", course)
                .map((row, _) -> new Context(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    private void roster(Call call) {
        List<Map<String, @Nullable Object>> views = new ArrayList<>();
        for (Context context : store.read(tx -> contexts(tx, call.course()))) {
            Map<String, @Nullable Object> view = new LinkedHashMap<>();
            view.put("registration", context.registration());
            view.put("title", context.title());
            switch (read(context)) {
                case Roster.Result.Failed(String reason) -> {
                    view.put("problem", reason);
                    view.put("people", List.of());
                }
                case Roster.Result.Members(List<Roster.Member> members) -> {
                    view.put("problem", null);
                    view.put("people", store.read(tx -> people(tx, context, members)));
                }
            }
            views.add(view);
        }
        Json.answer(call.http(), 200, Json.items(views));
    }

    private Roster.Result read(Context context) {
        Optional<URI> address = Claims.address(context.memberships());
        Optional<Registration> registration = store.read(tx -> new Registrations(tx).find(context.registration()))
                .filter(Registration::active);
        return address.isPresent() && registration.isPresent()
                ? roster.read(registration.get(), context.deployment(), address.get())
                : new Roster.Result.Failed("the platform has not told where its list of people is");
    }

    private static List<Map<String, @Nullable Object>> people(Tx tx, Context context, List<Roster.Member> members) {
        Map<String, String> known = new LinkedHashMap<>();
        tx.handle()
                .createQuery("select subject, person from lti_people where registration = :registration")
                .bind("registration", context.registration())
                .map((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(entry -> known.put(entry.getKey(), entry.getValue()));
        List<Map<String, @Nullable Object>> views = new ArrayList<>();
        for (Roster.Member member : members) {
            Map<String, @Nullable Object> view = new LinkedHashMap<>();
            view.put("subject", member.subject());
            view.put("name", member.name());
            view.put("email", member.email());
            view.put(
                    "role",
                    PlatformRole.of(member.roles())
                            .map(role -> role.name().toLowerCase(Locale.ROOT))
                            .orElse(null));
            view.put("active", member.active());
            view.put("person", known.get(member.subject()));
            views.add(view);
        }
        return views;
    }

    /** Only where a person has to decide; who decides stands in the audit. */
    private long overwrite(Call call) {
        String person = call.path("person");
        List<Score> held = store.read(tx -> new StudentScores(tx).of(call.course(), call.assignment(), person)).stream()
                .filter(score -> score.state() == ArrivalState.HELD)
                .toList();
        if (held.isEmpty()) {
            throw new HttpProblem(409, "No platform holds another grade than ours of this student.");
        }
        long done = held.stream()
                .filter(score -> sender.overwrite(score, call.who().id()))
                .count();
        if (done == 0) {
            throw new HttpProblem(502, "The platform does not answer.");
        }
        return done;
    }

    /** What was given up or refused, once the reason is mended. */
    private int again(Call call) {
        String person = call.path("person");
        int waiting = store.write(tx -> {
            int again = new StudentScores(tx).again(call.course(), call.assignment(), person);
            if (again > 0) {
                tx.audit(call.who().id(), "grade sent again", call.course(), call.assignment() + " " + person, "");
            }
            return again;
        });
        if (waiting == 0) {
            throw new HttpProblem(409, "No grade of this student was given up or refused.");
        }
        return waiting;
    }

    private static void back(Call call, long grades) {
        Html.redirect(call.http(), "/courses/" + PageText.segment(call.course()) + "/deliveries?grades=" + grades);
    }
}
