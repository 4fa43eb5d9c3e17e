package assay.server.webhook;

import assay.server.http.Access;
import assay.server.http.Call;
import assay.server.http.Json;
import assay.server.http.Route;
import assay.server.secret.Vault;
import assay.server.store.Store;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is told of a course's events: added, given another secret, switched off and on again. */
public final class ReceiverRoutes {
    private static final String ALL = "/api/v1/courses/{course}/webhooks/receivers";
    private static final String ONE = ALL + "/{receiver}";

    private final ReceiverDesk desk;

    public ReceiverRoutes(Store store, Vault vault) {
        this.desk = new ReceiverDesk(store, vault);
    }

    public List<Route> routes() {
        return List.of(
                Route.get(ALL, Access.STAFF, this::list),
                Route.post(ALL, Access.INSTRUCTOR, this::add),
                Route.post(
                        ONE + "/rotate",
                        Access.INSTRUCTOR,
                        call -> Json.answer(call.http(), 200, Map.of("secret", desk.rotate(call)))),
                Route.post(ONE + "/enable", Access.INSTRUCTOR, call -> {
                    desk.enable(call);
                    Json.answer(call.http(), 200, view(desk.endpoint(call)));
                }),
                Route.delete(ONE, Access.INSTRUCTOR, call -> {
                    desk.disable(call);
                    call.http().status(204);
                }));
    }

    private void list(Call call) {
        Json.answer(
                call.http(),
                200,
                Json.items(desk.all(call.course()).stream()
                        .map(ReceiverRoutes::view)
                        .toList()));
    }

    private static Map<String, @Nullable Object> view(Endpoint endpoint) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", endpoint.id());
        view.put("url", endpoint.url().toString());
        view.put("disabled", endpoint.disabled());
        view.put("failures", endpoint.breaker().failures());
        view.put(
                "held_until",
                endpoint.breaker().openUntil().map(Instant::toString).orElse(null));
        return view;
    }

    record Wanted(String url) {}

    private void add(Call call) {
        ReceiverDesk.Made made =
                desk.add(call, Json.read(call.http(), Wanted.class).url());
        Map<String, @Nullable Object> view = view(made.endpoint());
        view.put("secret", made.secret()); // said once
        Json.answer(call.http(), 201, view);
    }
}
