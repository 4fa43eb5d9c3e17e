package assay.server.lti;

import static java.util.Objects.requireNonNull;

import assay.server.page.LtiPage;
import assay.server.page.Pages;
import io.javalin.http.Context;

/** Answers with pages that a platform may show in a frame of its own, which no other page of ours is. */
final class Framed {
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
            + " base-uri 'none'; frame-ancestors %s; form-action %s";

    private final Pages pages;

    Framed(Pages pages) {
        this.pages = requireNonNull(pages, "pages is null");
    }

    /**
     * @param platform the origin that may frame it; empty where it is not known whose it is, and then nobody's script runs
     * @param formTo where its form may go besides to us
     */
    void answer(Context http, int status, LtiPage page, String platform, String formTo) {
        // Forms of ours are checked for their origin, which browsers hide where nothing may be referred to.
        http.header(
                        "Content-Security-Policy",
                        POLICY.formatted(platform.isEmpty() ? "*" : "'self' " + platform, ("'self' " + formTo).strip()))
                .header("Referrer-Policy", "same-origin")
                .status(status)
                .contentType("text/html; charset=utf-8")
                .result(pages.lti(page));
        http.res().setHeader("X-Frame-Options", null);
    }
}
