package assay.server.lti;

import assay.server.secret.Tokens;
import io.javalin.http.Context;
import java.net.URI;
import java.util.Optional;

/** Ties a login to the browser that began it, in a cookie of its own for each, which holds in frames where any does. */
final class BrowserCookie {
    private static final int SECONDS = 600;
    private static final int DIGITS = 16;

    private BrowserCookie() {}

    /** Also the name under which the platform keeps it. */
    static String name(String state) {
        return "assay_lti_" + Tokens.hash(state).substring(0, DIGITS);
    }

    static void set(Context http, Logins.Begun begun, URI tool) {
        write(http, name(begun.state()) + "=" + begun.browser(), SECONDS, tool);
    }

    static void clear(Context http, String state, URI tool) {
        write(http, name(state) + "=", 0, tool);
    }

    static Optional<String> get(Context http, String state) {
        return Optional.ofNullable(http.cookie(name(state))).filter(value -> !value.isEmpty());
    }

    private static void write(Context http, String pair, int seconds, URI tool) {
        // Without TLS, as on one's own machine, browsers take no cookie for another site's frame at all.
        String secure = tool.getScheme().equals("https") ? "; Secure; SameSite=None; Partitioned" : "";
        http.res().addHeader("Set-Cookie", pair + "; Path=/lti; Max-Age=" + seconds + "; HttpOnly" + secure);
    }
}
