package assay.server.http;

import io.javalin.http.Context;

/** What every answer says to browsers: run nothing that is not ours, show us in nobody's frame, guess no types. */
final class Headers {
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
            + " img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private Headers() {}

    static void put(Context http, boolean secure) {
        // The referrer: without one, a browser says "Origin: null" of our own forms, which Guard refuses.
        http.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "same-origin")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
                .header("Cache-Control", "no-store");
        if (secure) {
            http.header("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
