package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.server.secret.Tokens;
import assay.server.store.Credential;
import assay.server.store.Scope;
import assay.server.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One's own tokens, and sign-in links for others. */
final class AccountRoutes {
    private static final Duration STANDARD = Duration.ofDays(180);
    private static final int MOST_DAYS = 400;
    private static final Duration LINK = Duration.ofDays(2);

    private final Store store;
    private final String address;

    AccountRoutes(Store store, String address) {
        this.store = requireNonNull(store, "store is null");
        this.address = requireNonNull(address, "address is null");
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/v1/tokens", Access.SIGNED_IN, this::list),
                Route.post("/api/v1/tokens", Access.OWN_ACCOUNT, this::add),
                Route.delete("/api/v1/tokens/{token}", Access.OWN_ACCOUNT, this::revoke),
                Route.post("/api/v1/people/{person}/sign-in-link", Access.ADMIN, this::link));
    }

    private void list(Call call) {
        List<Map<String, @Nullable Object>> views =
                store.read(tx -> tx.credentials().tokensOf(call.who().id())).stream()
                        .map(AccountRoutes::view)
                        .toList();
        Json.answer(call.http(), 200, Json.items(views));
    }

    private static Map<String, @Nullable Object> view(Credential token) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", token.id());
        view.put("name", token.name());
        view.put("scope", token.scope().name().toLowerCase(Locale.ROOT));
        view.put("course", token.course().isEmpty() ? null : token.course());
        view.put("expires_at", token.expiresAt().toString());
        view.put("revoked_at", token.revokedAt().map(Instant::toString).orElse(null));
        return view;
    }

    record Wanted(
            String name,
            @Nullable String scope,
            @Nullable String course,
            @Nullable Integer days) {}

    private void add(Call call) {
        Wanted wanted = Json.read(call.http(), Wanted.class);
        Scope scope = scope(wanted.scope());
        int days = wanted.days() == null ? (int) STANDARD.toDays() : wanted.days();
        if (days < 1 || days > MOST_DAYS) {
            throw HttpProblem.bad("days is from 1 to " + MOST_DAYS);
        }
        String name = Fields.line(wanted.name(), "name");
        String course = wanted.course() == null ? "" : Fields.id(wanted.course());
        // A token never opens more than the one with which it is made.
        if (call.who().token().filter(own -> !own.course().isEmpty()).isPresent()) {
            throw new HttpProblem(403, "You may not do that.");
        }
        String token = Tokens.draw();
        Credential added = store.write(tx -> {
            Credential one = tx.credentials()
                    .addToken(
                            Tokens.hash(token),
                            call.who().id(),
                            scope,
                            course,
                            name,
                            tx.now().plus(Duration.ofDays(days)));
            tx.audit(call.who().id(), "token added", course, one.id(), scope.name());
            return one;
        });
        Map<String, @Nullable Object> view = view(added);
        view.put("token", token); // said once: only its hash is kept
        Json.answer(call.http(), 201, view);
    }

    static Scope scope(@Nullable String word) {
        return switch (Optional.ofNullable(word).orElse("submit")) {
            case "read" -> Scope.READ;
            case "submit" -> Scope.SUBMIT;
            case "teach" -> Scope.TEACH;
            case "admin" -> Scope.ADMIN;
            default -> throw HttpProblem.bad("scope is read, submit, teach or admin");
        };
    }

    private void revoke(Call call) {
        boolean revoked = store.write(tx -> {
            boolean done =
                    tx.credentials().revoke(call.path("token"), call.who().id());
            if (done) {
                tx.audit(call.who().id(), "token revoked", "", call.path("token"), "");
            }
            return done;
        });
        if (!revoked) {
            throw HttpProblem.notFound();
        }
        call.http().status(204);
    }

    private void link(Call call) {
        String link = signInLink(call.who().id(), call.path("person"));
        Json.answer(call.http(), 201, Map.of("link", link, "valid_hours", LINK.toHours()));
    }

    /** For the API and the page alike. */
    String signInLink(String admin, String person) {
        String code = Tokens.draw();
        Optional<String> link = store.write(tx -> tx.people().find(person).map(found -> {
            tx.credentials().addLink(Tokens.hash(code), found.id(), tx.now().plus(LINK));
            tx.audit(admin, "sign-in link made", "", found.id(), "");
            return address + "/sign-in/" + code;
        }));
        return link.orElseThrow(HttpProblem::notFound);
    }
}
