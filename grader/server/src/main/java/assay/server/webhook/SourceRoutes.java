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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The systems that may send a course events: made, given another secret, switched off. */
public final class SourceRoutes {
    private static final String ALL = "/api/v1/courses/{course}/webhooks/sources";
    static final String ONE = ALL + "/{source}";

    private final SourceDesk desk;
    private final URI address;

    /** @param address of ours, as the systems reach it */
    public SourceRoutes(Store store, Vault vault, URI address) {
        this.desk = new SourceDesk(store, vault);
        this.address = requireNonNull(address, "address is null");
    }

    public List<Route> routes() {
        return List.of(
                Route.get(ALL, Access.STAFF, this::list),
                Route.post(ALL, Access.INSTRUCTOR, this::add),
                Route.post(
                        ONE + "/rotate",
                        Access.INSTRUCTOR,
                        call -> Json.answer(call.http(), 200, Map.of("secret", desk.rotate(call)))),
                Route.delete(ONE, Access.INSTRUCTOR, call -> {
                    desk.switchOff(call);
                    call.http().status(204);
                }));
    }

    private void list(Call call) {
        Json.answer(
                call.http(),
                200,
                Json.items(desk.all(call.course()).stream().map(this::view).toList()));
    }

    private Map<String, @Nullable Object> view(Source source) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", source.id());
        view.put("kind", source.kind().name().toLowerCase(Locale.ROOT));
        view.put("address", address(address, source));
        view.put("trusted", source.trusted());
        view.put("disabled", source.disabled());
        view.put("fetch_address", source.fetch().address().map(URI::toString).orElse(""));
        return view;
    }

    /** Where its system sends to. */
    static String address(URI ours, Source source) {
        return ours + "/webhooks/in/" + source.id();
    }

    record Wanted(
            String kind,
            @Nullable Boolean trusted,
            @Nullable String keys_address,
            @Nullable String fetch_address,
            @Nullable String fetch_token) {}

    private void add(Call call) {
        Wanted wanted = Json.read(call.http(), Wanted.class);
        SourceDesk.Made made = desk.add(
                call,
                new SourceDesk.Wanted(
                        kind(wanted.kind()),
                        Boolean.TRUE.equals(wanted.trusted()),
                        Optional.ofNullable(wanted.keys_address()),
                        Optional.ofNullable(wanted.fetch_address()),
                        Optional.ofNullable(wanted.fetch_token()).orElse("")));
        Map<String, @Nullable Object> view = view(made.source());
        view.put("secret", made.secret().orElse(null)); // said once
        Json.answer(call.http(), 201, view);
    }

    static Source.Kind kind(@Nullable String word) {
        for (Source.Kind kind : Source.Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
                return kind;
            }
        }
        throw HttpProblem.bad("kind is standard, signed, github or canvas");
    }
}
