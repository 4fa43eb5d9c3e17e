package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.server.page.Pages;
import assay.server.secret.Tokens;
import assay.server.store.Scope;
import assay.server.store.Store;
import assay.server.store.Tx;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** In and out: by a link that works once, or by a token; never by a password. */
public final class SignIn {
    private static final Duration SESSION = Duration.ofHours(12);

    private final Store store;
    private final Pages pages;
    private final boolean secure;
    private final RateLimit limit;

    /** @param secure whether browsers come by HTTPS */
    SignIn(Store store, Pages pages, boolean secure, RateLimit limit) {
        this.store = requireNonNull(store, "store is null");
        this.pages = requireNonNull(pages, "pages is null");
        this.secure = secure;
        this.limit = requireNonNull(limit, "limit is null");
    }

    List<Route> routes() {
        return List.of(
                Route.get("/sign-in", Access.PUBLIC, call -> Html.answer(call.http(), 200, pages.signIn("", ""))),
                // A link that somebody's mail program looks at must not be used up by that: it asks first.
                Route.get(
                        "/sign-in/{code}",
                        Access.PUBLIC,
                        call -> Html.answer(call.http(), 200, pages.signIn("/sign-in/" + code(call), ""))),
                Route.post("/sign-in/{code}", Access.PUBLIC, this::byLink),
                Route.post("/sign-in", Access.PUBLIC, this::byToken),
                Route.post("/sign-out", Access.SIGNED_IN, this::out));
    }

    private static String code(Call call) {
        String code = call.path("code");
        if (!code.matches("[A-Za-z0-9_-]{10,100}")) {
            throw HttpProblem.notFound();
        }
        return code;
    }

    private void byLink(Call call) {
        String hash = Tokens.hash(code(call));
        Optional<String> session =
                store.write(tx -> tx.credentials().useLink(hash).map(person -> open(tx, person)));
        enter(call.http(), session, "The link was used already, or is too old. Please ask for a new one.");
    }

    private void byToken(Call call) {
        String hash = Tokens.hash(call.form("token").orElse(""));
        // A token that may not do everything must not become a session that may.
        Optional<String> session = store.write(tx -> tx.credentials()
                .token(hash)
                .filter(token -> token.scope() == Scope.ADMIN && token.course().isEmpty())
                .map(token -> open(tx, token.person())));
        enter(call.http(), session, "The token is unknown, expired or revoked, or not good for all that you may do.");
    }

    /** Guesses alone are counted: from one address a whole class comes at once, out of a lecture hall. */
    private void enter(Context http, Optional<String> session, String otherwise) {
        if (session.isEmpty()) {
            limit.count("sign-in " + http.ip());
            Html.answer(http, 401, pages.signIn("", otherwise));
            return;
        }
        http.cookie(cookie(session.get(), (int) SESSION.toSeconds()));
        Html.redirect(http, "/");
    }

    /**
     * Opens a session for somebody who has proved who they are.
     *
     * @return the value of the cookie
     */
    public static String open(Tx tx, String person) {
        String session = Tokens.draw();
        tx.credentials().addSession(Tokens.hash(session), person, tx.now().plus(SESSION));
        tx.audit(person, "signed in", "", person, "");
        return session;
    }

    /** The cookie of a session: for our own pages alone, and out of the reach of scripts. */
    public Cookie cookie(String session, int seconds) {
        return new Cookie(Guard.SESSION, session, "/", seconds, secure, true, null, SameSite.LAX);
    }

    private void out(Call call) {
        String cookie = call.http().cookie(Guard.SESSION);
        if (cookie != null) {
            store.write(tx -> {
                tx.credentials().endSession(Tokens.hash(cookie));
                return true;
            });
        }
        call.http().cookie(cookie("", 0));
        Html.redirect(call.http(), "/sign-in");
    }
}
