package assay.server.webhook;

import static java.util.Objects.requireNonNull;

import assay.server.http.Access;
import assay.server.http.Call;
import assay.server.http.Fields;
import assay.server.http.HttpProblem;
import assay.server.http.Json;
import assay.server.http.Route;
import assay.server.secret.Tokens;
import assay.server.secret.Vault;
import assay.server.store.Ids;
import assay.server.store.Store;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The systems that may send a course events: made, given another secret, switched off, and taught our names. */
public final class SourceRoutes {
    private static final String ALL = "/api/v1/courses/{course}/webhooks/sources";
    private static final String ONE = ALL + "/{source}";
    private static final int LISTED = 500;

    private final Store store;
    private final Vault vault;
    private final URI address;

    /** @param address of ours, as the systems reach it */
    public SourceRoutes(Store store, Vault vault, URI address) {
        this.store = requireNonNull(store, "store is null");
        this.vault = requireNonNull(vault, "vault is null");
        this.address = requireNonNull(address, "address is null");
    }

    public List<Route> routes() {
        return List.of(
                Route.get(ALL, Access.STAFF, this::list),
                Route.post(ALL, Access.INSTRUCTOR, this::add),
                Route.post(ONE + "/rotate", Access.INSTRUCTOR, this::rotate),
                Route.delete(ONE, Access.INSTRUCTOR, this::switchOff),
                Route.get(ONE + "/names", Access.STAFF, this::names),
                Route.put(ONE + "/names", Access.INSTRUCTOR, this::name),
                Route.get(ONE + "/inbox", Access.STAFF, this::inbox));
    }

    private void list(Call call) {
        Json.answer(
                call.http(),
                200,
                Json.items(store.read(tx -> new Sources(tx, vault).of(call.course())).stream()
                        .map(this::view)
                        .toList()));
    }

    private Map<String, @Nullable Object> view(Source source) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", source.id());
        view.put("kind", source.kind().name().toLowerCase(Locale.ROOT));
        view.put("address", address + "/webhooks/in/" + source.id());
        view.put("trusted", source.trusted());
        view.put("disabled", source.disabled());
        view.put("fetch_address", source.fetch().address().map(URI::toString).orElse(""));
        return view;
    }

    record Wanted(
            String kind,
            @Nullable Boolean trusted,
            @Nullable String keys_address,
            @Nullable String fetch_address,
            @Nullable String fetch_token) {}

    private void add(Call call) {
        Wanted wanted = Json.read(call.http(), Wanted.class);
        Source.Kind kind = kind(wanted.kind());
        Drawn drawn = Drawn.of(kind);
        boolean canvas = kind == Source.Kind.CANVAS;
        if (canvas && (wanted.keys_address() == null || wanted.fetch_address() == null)) {
            throw HttpProblem.bad("canvas needs keys_address, and fetch_address: its course in Canvas's API");
        }
        Source source = store.write(tx -> {
            Source made = new Source(
                    Ids.at(tx.now()),
                    call.course(),
                    kind,
                    canvas ? List.of() : List.of(drawn.secret()),
                    Optional.ofNullable(wanted.keys_address()).map(SourceRoutes::address),
                    false,
                    Boolean.TRUE.equals(wanted.trusted()),
                    new Source.Fetch(
                            Optional.ofNullable(wanted.fetch_address()).map(SourceRoutes::address),
                            Optional.ofNullable(wanted.fetch_token()).orElse("").strip()));
            new Sources(tx, vault).put(made);
            tx.audit(call.who().id(), "webhook source added", call.course(), made.id(), kind.name());
            return made;
        });
        Map<String, @Nullable Object> view = view(source);
        view.put("secret", canvas ? null : drawn.shown()); // said once
        Json.answer(call.http(), 201, view);
    }

    /** A secret in the form in which its system wants it. */
    private record Drawn(SigningSecret secret, String shown) {
        static Drawn of(Source.Kind kind) {
            return switch (kind) {
                case STANDARD, CANVAS -> {
                    SigningSecret secret = SigningSecret.draw();
                    yield new Drawn(secret, secret.reveal());
                }
                // The text itself is the key there.
                case GITHUB, SIGNED -> {
                    String text = Tokens.draw();
                    yield new Drawn(SigningSecret.of(text.getBytes(StandardCharsets.UTF_8)), text);
                }
            };
        }
    }

    private static Source.Kind kind(@Nullable String word) {
        for (Source.Kind kind : Source.Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
                return kind;
            }
        }
        throw HttpProblem.bad("kind is standard, signed, github or canvas");
    }

    static URI address(String text) {
        try {
            URI uri = URI.create(text.strip().replaceFirst("/+$", ""));
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (List.of("http", "https").contains(scheme) && uri.getHost() != null && uri.getRawUserInfo() == null) {
                return uri;
            }
        } catch (IllegalArgumentException malformed) {
            throw HttpProblem.bad("an address is one such as https://example.org/hook");
        }
        throw HttpProblem.bad("an address is one such as https://example.org/hook");
    }

    /** The course's own; another course's is not there. */
    private Source source(Call call) {
        return store.read(tx -> new Sources(tx, vault).find(call.path("source")))
                .filter(one -> one.course().equals(call.course()))
                .orElseThrow(HttpProblem::notFound);
    }

    private void rotate(Call call) {
        Source source = source(call);
        if (source.kind() == Source.Kind.CANVAS) {
            throw new HttpProblem(409, "Canvas signs with keys of its own.");
        }
        Drawn drawn = Drawn.of(source.kind());
        store.write(tx -> {
            new Sources(tx, vault).put(source.rotated(drawn.secret()));
            tx.audit(call.who().id(), "webhook secret drawn", call.course(), source.id(), "");
            return true;
        });
        Json.answer(call.http(), 200, Map.of("secret", drawn.shown()));
    }

    private void switchOff(Call call) {
        Source source = source(call);
        store.write(tx -> {
            new Sources(tx, vault).put(source.switchedOff());
            tx.audit(call.who().id(), "webhook source switched off", call.course(), source.id(), "");
            return true;
        });
        call.http().status(204);
    }

    private void names(Call call) {
        Source source = source(call);
        Json.answer(
                call.http(),
                200,
                Json.items(store.read(tx -> new Names(tx).of(source.id())).stream()
                        .map(one -> Map.of(
                                "name", one.name(), "assignment", one.assignment(), "student", one.person()))
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
        Source source = source(call);
        List<WantedName> wanted = Json.read(call.http(), WantedNames.class).names();
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
        Json.answer(call.http(), 200, Map.of("names", wanted.size()));
    }

    private void inbox(Call call) {
        Source source = source(call);
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
