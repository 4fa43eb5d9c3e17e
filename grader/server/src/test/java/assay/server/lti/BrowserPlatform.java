package assay.server.lti;

import assay.server.outbox.ArrivalState;
import assay.server.store.Store;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/**
 * A platform for browsers: a course's page with our tool in a frame, and the steps of a launch. It lives at another site
 * than we do, {@code localhost} and not {@code 127.0.0.1}, so that browsers keep no cookie of ours in its frame. It begins to
 * listen to the frame some time after it has shown it, as slow pages do.
 */
public final class BrowserPlatform implements AutoCloseable {
    private static final String CLIENT = "client-1";
    private static final String COURSE = """
        <!doctype html><html lang="en"><head><title>Course</title></head><body><h1>Kernels</h1>
        <iframe title="Assay" width="900" height="500" src="%s"></iframe>
        <script>
          const kept = {};
          const listen = () => addEventListener('message', event => {
            const { subject, key, value, message_id } = event.data;
            if (subject === 'lti.put_data') kept[key] = value;
            event.source.postMessage(
              { subject: subject + '.response', message_id, key, value: kept[key] }, event.origin);
          });
          setTimeout(listen, 1500);
        </script></body></html>
        """;
    private static final String LAUNCH = """
        <!doctype html><html lang="en"><head><title>One moment</title></head><body>
        <form method="post" action="%s/lti/launch"><input type="hidden" name="state" value="%s">
        <input type="hidden" name="id_token" value="%s"></form><script>document.forms[0].submit()</script>
        </body></html>
        """;

    private final HttpServer server;
    private final RSAKey key;

    public BrowserPlatform() throws IOException, JOSEException {
        this.key = new RSAKeyGenerator(2048).keyID("browser-key").generate();
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext(
                "/keys", exchange -> answer(exchange, "application/json", new JWKSet(key.toPublicJWK()).toString()));
        server.start();
    }

    /** Where it is, which a server has to trust. */
    public Set<String> host() {
        return Set.of("localhost:" + port());
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private String address() {
        return "http://localhost:" + port();
    }

    /** Makes it known to a server, and its one course the same as one of ours. */
    public void join(Store store, String tool, String course) {
        store.write(tx -> {
            Registration registration = new Registration(
                    Registrations.newId(tx),
                    address(),
                    CLIENT,
                    URI.create(address() + "/auth"),
                    URI.create(address() + "/token"),
                    URI.create(address() + "/keys"),
                    address() + "/token",
                    "moodle",
                    true);
            new Registrations(tx).add(registration);
            new Registrations(tx).deploy(registration.id(), "1");
            new Arrivals(tx, registration).link("1", "context-1", course);
            return true;
        });
        server.createContext("/auth", exchange -> {
            Map<String, String> asked =
                    FakePlatform.fields(exchange.getRequestURI().getRawQuery());
            Map<String, Object> claims = Tokens.launch(
                    address(),
                    CLIENT,
                    "1",
                    asked.getOrDefault("nonce", ""),
                    store.clock().instant());
            claims.put(Lti.CLAIM + "target_link_uri", tool + "/lti/launch");
            answer(
                    exchange,
                    "text/html",
                    LAUNCH.formatted(tool, asked.getOrDefault("state", ""), FakePlatform.sign(claims, key)));
        });
        String login = tool + "/lti/login?iss=" + URLEncoder.encode(address(), StandardCharsets.UTF_8)
                + "&amp;login_hint=h&amp;target_link_uri="
                + URLEncoder.encode(tool + "/lti/launch", StandardCharsets.UTF_8);
        server.createContext("/plain", exchange -> answer(exchange, "text/html", COURSE.formatted(login)));
        server.createContext(
                "/storage",
                exchange -> answer(exchange, "text/html", COURSE.formatted(login + "&amp;lti_storage_target=_parent")));
    }

    /**
     * Makes up what became of grades that were sent to it; none of them is due, so that they stay so.
     *
     * @param states by person
     */
    public void grades(Store store, String course, String assignment, Map<String, ArrivalState> states) {
        store.write(tx -> {
            states.forEach((person, state) -> tx.handle()
                    .createUpdate(
                            "insert into lti_scores (registration, line_item, subject, course, assignment, person,"
                                    + " version, given, maximum, comment, state, tries, sent_given, last_answer, changed_at)"
                                    + " select r.id, 'item', g.person, g.course, g.assignment, g.person, g.version, g.points,"
                                    + " g.maximum, '', :state, 1, g.points, '', :now + 0 from grades g, lti_registrations r"
                                    + " where r.issuer = :issuer and g.course = :course and g.assignment = :assignment"
                                    + " and g.person = :person")
                    .bind("state", state.name())
                    .bind("now", tx.now().toEpochMilli())
                    .bind("issuer", address())
                    .bind("course", course)
                    .bind("assignment", assignment)
                    .bind("person", person)
                    .execute());
            return true;
        });
    }

    /** The course's page; with storage, the platform keeps a value for us. */
    public String page(boolean storage) {
        return address() + (storage ? "/storage" : "/plain");
    }

    private static void answer(HttpExchange exchange, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
