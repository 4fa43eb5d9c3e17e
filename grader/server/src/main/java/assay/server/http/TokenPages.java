package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.server.page.Pages;
import assay.server.page.TokenLine;
import assay.server.page.TokensPage;
import assay.server.secret.Tokens;
import assay.server.store.Credential;
import assay.server.store.Scope;
import assay.server.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Everybody's page of their own tokens. */
final class TokenPages {
    private static final Duration TOKEN = Duration.ofDays(180);

    private final Store store;
    private final Pages pages;

    TokenPages(Store store, Pages pages) {
        this.store = requireNonNull(store, "store is null");
        this.pages = requireNonNull(pages, "pages is null");
    }

    List<Route> routes() {
        return List.of(
                Route.get("/tokens", Access.SIGNED_IN, call -> tokens(call, "")),
                Route.post("/tokens", Access.OWN_ACCOUNT, this::add),
                Route.post("/tokens/{token}/revoke", Access.OWN_ACCOUNT, this::revoke));
    }

    private static String time(Instant instant) {
        return PageText.brief(instant, ZoneOffset.UTC);
    }

    private void tokens(Call call, String fresh) {
        List<Credential> own =
                store.read(tx -> tx.credentials().tokensOf(call.who().id()));
        Instant now = store.clock().instant();
        Html.answer(
                call.http(),
                200,
                pages.tokens(new TokensPage(
                        PageText.frame("Tokens", call.who()),
                        fresh,
                        own.stream()
                                .map(token -> new TokenLine(
                                        token.id(),
                                        token.name(),
                                        may(token),
                                        time(token.expiresAt()),
                                        ended(token, now)))
                                .toList())));
    }

    /** As the form says it. */
    private static String may(Credential token) {
        String words = switch (token.scope()) {
            case READ -> "read";
            case SUBMIT -> "hand in and read";
            case TEACH -> "teach";
            case ADMIN -> "do all that I may";
            case WORKER -> "grade, as a worker";
        };
        return token.course().isEmpty() ? words : words + ", in " + PageText.line(token.course());
    }

    private static String ended(Credential token, Instant now) {
        if (token.revokedAt().isPresent()) {
            return "revoked";
        }
        return now.isBefore(token.expiresAt()) ? "" : "expired";
    }

    private void add(Call call) {
        String name = Fields.line(call.form("name").orElse(""), "name");
        Scope scope = AccountRoutes.scope(call.form("scope").orElse("submit"));
        String token = Tokens.draw();
        store.write(tx -> {
            Credential one = tx.credentials()
                    .addToken(
                            Tokens.hash(token),
                            call.who().id(),
                            scope,
                            "",
                            name,
                            tx.now().plus(TOKEN));
            tx.audit(call.who().id(), "token added", "", one.id(), scope.name());
            return one;
        });
        tokens(call, token);
    }

    private void revoke(Call call) {
        store.write(tx -> {
            boolean done =
                    tx.credentials().revoke(call.path("token"), call.who().id());
            if (done) {
                tx.audit(call.who().id(), "token revoked", "", call.path("token"), "");
            }
            return done;
        });
        Html.redirect(call.http(), "/tokens");
    }
}
