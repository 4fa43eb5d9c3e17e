package assay.server.lti;

import assay.server.page.Frame;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Answers with pages that a platform may show in a frame of its own, which no other page of ours is. */
final class Framed {
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
            + " base-uri 'none'; frame-ancestors %s; form-action %s";

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Framed.class.getClassLoader(), "assay.server.page.jte");

    /**
     * @param platform the origin that may frame it; empty where it is not known whose it is, and then nobody's script runs
     * @param formTo where its form may go besides to us
     */
    void answer(Context http, int status, LtiPage page, String platform, String formTo) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render("lti.jte", Map.of("frame", new Frame(page.title(), "", false), "page", page), output);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            output.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Forms of ours are checked for their origin, which browsers hide where nothing may be referred to.
        http.header(
                        "Content-Security-Policy",
                        POLICY.formatted(platform.isEmpty() ? "*" : "'self' " + platform, ("'self' " + formTo).strip()))
                .header("Referrer-Policy", "same-origin")
                .status(status)
                .contentType("text/html; charset=utf-8")
                .result(bytes.toByteArray());
        http.res().setHeader("X-Frame-Options", null);
    }
}
