package assay.server.lti;

import static java.util.Objects.requireNonNull;

import assay.server.http.Access;
import assay.server.http.Call;
import assay.server.http.HttpProblem;
import assay.server.http.Route;
import assay.server.store.Store;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What administrators say about platforms: which may launch, and which course of theirs is which of ours. */
public final class LtiAdminRoutes {
    private final Store store;

    public LtiAdminRoutes(Store store) {
        this.store = requireNonNull(store, "store is null");
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/lti/platforms", Access.ADMIN, this::list),
                Route.post("/lti/platforms", Access.ADMIN, this::add),
                Route.post("/lti/platforms/confirm", Access.ADMIN, this::confirm),
                Route.post("/lti/platforms/course", Access.ADMIN, this::course));
    }

    private void list(Call call) {
        List<Registration> all = store.read(tx -> new Registrations(tx).all());
        List<Map<String, Object>> shown = all.stream().map(this::shown).toList();
        call.http().contentType("application/json").result(Claims.JSON.writeValueAsString(shown));
    }

    private Map<String, Object> shown(Registration one) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("registration", one.id());
        shown.put("issuer", one.issuer());
        shown.put("client_id", one.clientId());
        shown.put("product", one.product());
        shown.put("active", one.active());
        List<String> deployments = store.read(tx -> new Registrations(tx).deployments(one.id()));
        shown.put("deployments", deployments);
        return shown;
    }

    /** For platforms that do not register by themselves, such as Canvas with a developer key. */
    private void add(Call call) {
        URI token = address(call, "token_endpoint");
        Registration registration = store.write(tx -> {
            Registration made = new Registration(
                    Registrations.newId(tx),
                    required(call, "issuer"),
                    required(call, "client_id"),
                    address(call, "authorization_endpoint"),
                    token,
                    address(call, "jwks_uri"),
                    call.form("audience").orElse(token.toString()),
                    call.form("product").orElse(""),
                    true);
            if (!new Registrations(tx).add(made)) {
                throw new HttpProblem(409, "This platform is registered already.");
            }
            call.form("deployment").ifPresent(id -> new Registrations(tx).deploy(made.id(), id));
            tx.audit(call.who().id(), "platform registered", "", made.id(), made.issuer());
            return made;
        });
        call.http()
                .status(201)
                .contentType("application/json")
                .result(Claims.JSON.writeValueAsString(shown(registration)));
    }

    private void confirm(Call call) {
        Registration registration = registration(call);
        store.write(tx -> {
            new Registrations(tx).activate(registration.id());
            call.form("deployment").ifPresent(id -> new Registrations(tx).deploy(registration.id(), id));
            tx.audit(call.who().id(), "platform confirmed", "", registration.id(), registration.issuer());
            return true;
        });
        call.http().status(204);
    }

    private void course(Call call) {
        Registration registration = registration(call);
        String course = required(call, "course");
        store.write(tx -> {
            if (tx.courses().find(course).isEmpty()) {
                throw new HttpProblem(400, "There is no such course.");
            }
            new Arrivals(tx, registration).link(required(call, "deployment"), required(call, "context"), course);
            tx.audit(call.who().id(), "course linked", course, registration.id(), required(call, "context"));
            return true;
        });
        call.http().status(204);
    }

    private Registration registration(Call call) {
        String id = required(call, "registration");
        return store.read(tx -> new Registrations(tx).find(id))
                .orElseThrow(() -> new HttpProblem(400, "There is no such registration."));
    }

    private static String required(Call call, String name) {
        return call.form(name)
                .orElseThrow(() ->
                        new HttpProblem(400, "The request is not understood.", Map.of("detail", name + " is missing")));
    }

    private static URI address(Call call, String name) {
        return Claims.address(required(call, name))
                .orElseThrow(() -> new HttpProblem(
                        400, "The request is not understood.", Map.of("detail", name + " is no address")));
    }
}
