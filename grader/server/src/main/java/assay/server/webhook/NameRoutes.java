package assay.server.webhook;

import static java.util.Objects.requireNonNull;

import assay.server.http.Access;
import assay.server.http.Call;
import assay.server.http.Fields;
import assay.server.http.HttpProblem;
import assay.server.http.Json;
import assay.server.http.Route;
import assay.server.secret.Vault;
import assay.server.store.Store;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a system calls our assignments and students, and what became of its events. */
public final class NameRoutes {
    private static final int LISTED = 500;

    private final Store store;
    private final SourceDesk desk;

    public NameRoutes(Store store, Vault vault) {
        this.store = requireNonNull(store, "store is null");
        this.desk = new SourceDesk(store, vault);
    }

    public List<Route> routes() {
        return List.of(
                Route.get(SourceRoutes.ONE + "/names", Access.STAFF, this::names),
                Route.put(SourceRoutes.ONE + "/names", Access.INSTRUCTOR, this::name),
                Route.get(SourceRoutes.ONE + "/inbox", Access.STAFF, this::inbox));
    }

    private void names(Call call) {
        Source source = desk.source(call);
        Json.answer(
                call.http(),
                200,
                Json.items(store.read(tx -> new Names(tx).of(source.id())).stream()
                        .map(one -> Map.of("name", one.name(), "assignment", one.assignment(), "student", one.person()))
                        .toList()));
    }

    record WantedName(
            String name,
            @Nullable String assignment,
            @Nullable String student) {}

    record WantedNames(List<WantedName> names) {
        WantedNames {
            names = List.copyOf(names);
        }
    }

    private void name(Call call) {
        Source source = desk.source(call);
        List<WantedName> wanted = Json.read(call.http(), WantedNames.class).names();
        put(store, call, source, wanted);
        Json.answer(call.http(), 200, Map.of("names", wanted.size()));
    }

    /** For the API and the page alike. */
    static void put(Store store, Call call, Source source, List<WantedName> wanted) {
        store.write(tx -> {
            for (WantedName one : wanted) {
                String assignment = one.assignment() == null ? "" : one.assignment();
                String person = one.student() == null ? "" : one.student();
                if (!assignment.isEmpty()
                        && tx.courses().assignment(call.course(), assignment).isEmpty()) {
                    throw new HttpProblem(422, "The course has no such assignment.", Map.of("name", one.name()));
                }
                if (!person.isEmpty() && tx.people().role(call.course(), person).isEmpty()) {
                    throw new HttpProblem(422, "There is no such student in the course.", Map.of("name", one.name()));
                }
                new Names(tx).put(source.id(), new Names.Name(Fields.line(one.name(), "name"), assignment, person));
            }
            tx.audit(call.who().id(), "webhook names set", call.course(), source.id(), wanted.size() + " names");
            return true;
        });
    }

    private void inbox(Call call) {
        Source source = desk.source(call);
        Json.answer(
                call.http(),
                200,
                Json.items(store.read(tx -> new Inbox(tx).of(source.id(), LISTED)).stream()
                        .map(one -> Map.of(
                                "type", one.type(),
                                "received_at", one.receivedAt().toString(),
                                "state", one.state().toLowerCase(Locale.ROOT),
                                "reason", one.reason(),
                                "tries", one.tries()))
                        .toList()));
    }
}
