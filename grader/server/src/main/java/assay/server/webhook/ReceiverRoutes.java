package assay.server.webhook;

import static java.util.Objects.requireNonNull;

import assay.server.http.Access;
import assay.server.http.Call;
import assay.server.http.HttpProblem;
import assay.server.http.Json;
import assay.server.http.Route;
import assay.server.secret.Vault;
import assay.server.store.Store;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is told of a course's events: added, given another secret, switched off and on again. */
public final class ReceiverRoutes {
    private static final String ALL = "/api/v1/courses/{course}/webhooks/receivers";
    private static final String ONE = ALL + "/{receiver}";

    private final Store store;
    private final Vault vault;

    public ReceiverRoutes(Store store, Vault vault) {
        this.store = requireNonNull(store, "store is null");
        this.vault = requireNonNull(vault, "vault is null");
    }

    public List<Route> routes() {
        return List.of(
                Route.get(ALL, Access.STAFF, this::list),
                Route.post(ALL, Access.INSTRUCTOR, this::add),
                Route.post(ONE + "/rotate", Access.INSTRUCTOR, this::rotate),
                Route.post(ONE + "/enable", Access.INSTRUCTOR, this::enable),
                Route.delete(ONE, Access.INSTRUCTOR, this::disable));
    }

    private void list(Call call) {
        Json.answer(
                call.http(),
                200,
                Json.items(store.read(tx -> new Endpoints(tx, vault).all(call.course())).stream()
                        .map(ReceiverRoutes::view)
                        .toList()));
    }

    private static Map<String, @Nullable Object> view(Endpoint endpoint) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", endpoint.id());
        view.put("url", endpoint.url().toString());
        view.put("disabled", endpoint.disabled());
        view.put("failures", endpoint.breaker().failures());
        view.put("held_until", endpoint.breaker().openUntil().map(Instant::toString).orElse(null));
        return view;
    }

    record Wanted(String url) {}

    private void add(Call call) {
        URI url = SourceRoutes.address(Json.read(call.http(), Wanted.class).url());
        SigningSecret secret = SigningSecret.draw();
        Endpoint endpoint = store.write(tx -> {
            Endpoint made = new Endpoints(tx, vault).add(call.course(), url, secret);
            tx.audit(call.who().id(), "receiver added", call.course(), made.id(), url.toString());
            return made;
        });
        Map<String, @Nullable Object> view = view(endpoint);
        view.put("secret", secret.reveal()); // said once
        Json.answer(call.http(), 201, view);
    }

    /** The course's own; another course's is not there. */
    private Endpoint endpoint(Call call) {
        return store.read(tx -> new Endpoints(tx, vault).find(call.path("receiver")))
                .filter(one -> one.course().equals(call.course()))
                .orElseThrow(HttpProblem::notFound);
    }

    private void rotate(Call call) {
        Endpoint endpoint = endpoint(call);
        SigningSecret next = SigningSecret.draw();
        store.write(tx -> {
            new Endpoints(tx, vault).rotate(endpoint, next);
            tx.audit(call.who().id(), "receiver's secret drawn", call.course(), endpoint.id(), "");
            return true;
        });
        Json.answer(call.http(), 200, Map.of("secret", next.reveal()));
    }

    private void enable(Call call) {
        Endpoint endpoint = endpoint(call);
        store.write(tx -> {
            new Endpoints(tx, vault).enable(endpoint.id());
            tx.audit(call.who().id(), "receiver switched on", call.course(), endpoint.id(), "");
            return true;
        });
        Json.answer(call.http(), 200, view(endpoint(call)));
    }

    private void disable(Call call) {
        Endpoint endpoint = endpoint(call);
        store.write(tx -> {
            new Endpoints(tx, vault).disable(endpoint.id());
            tx.audit(call.who().id(), "receiver switched off", call.course(), endpoint.id(), "");
            return true;
        });
        call.http().status(204);
    }
}
