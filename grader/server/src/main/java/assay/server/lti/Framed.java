package assay.server.lti;

import static java.util.Objects.requireNonNull;

import assay.server.http.Call;
import assay.server.page.LtiPage;
import assay.server.page.Pages;
import io.javalin.http.Context;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers with pages that a platform may show in a frame of its own, which no other page of ours is. */
final class Framed {
    private static final Logger logger = LoggerFactory.getLogger(Framed.class);
    private static final int LONGEST = 4000;
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

    /** The reason is in our own words; what the platform said is in none of them. */
    void refuse(Call call, String reason) {
        logger.info("lti refused: {}", reason);
        answer(call.http(), 400, LtiPage.saying("This did not work", reason), "", "");
    }

    /** Whether a platform shows us within a page of its own, where our cookies may not hold. */
    static boolean inFrame(Call call) {
        return "iframe".equals(call.http().header("Sec-Fetch-Dest"));
    }

    /** A field of the form or the query, if it is of a length that can be meant. */
    static Optional<String> value(Call call, String name) {
        Optional<String> sent = call.form(name).or(() -> call.query(name));
        return sent.filter(text -> text.length() <= LONGEST);
    }
}
