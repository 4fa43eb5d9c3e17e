package assay.server.webhook;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import assay.server.queue.Ground;
import assay.server.store.DatabaseUrl;
import assay.server.store.Scope;
import assay.server.store.Tx;
import assay.server.testing.FakeSandbox;
import assay.server.testing.NoGoldens;
import assay.server.testing.TestSite;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A teacher sets up events in and out by the API, GitHub pushes, and the receiver is told what became of it. */
@Tag("slow")
final class WebhookSiteTest {
    private static final long PATIENCE_SECONDS = 60;
    private static final String HOOKS = "/api/v1/courses/nn/webhooks";

    private final BlockingQueue<Incoming> got = new LinkedBlockingQueue<>();
    private final List<Incoming> others = new CopyOnWriteArrayList<>();
    private final FakeSandbox sandbox = new FakeSandbox();

    @SuppressWarnings("NullAway.Init")
    private HttpServer outside;

    @SuppressWarnings("NullAway.Init")
    private TestSite site;

    @SuppressWarnings("NullAway.Init")
    private String tess;

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        outside.createContext("/hook", this::hear);
        outside.createContext("/repos", exchange -> {
            byte[] archive = "no archive".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, archive.length);
            exchange.getResponseBody().write(archive);
            exchange.close();
        });
        outside.start();
        site = new TestSite(data, DatabaseUrl.ofFile(data.resolve("assay.db")), TestSite.MOST_REQUESTS, Set.of(host()));
        site.publish();
        site.server().grade(Ground.withoutTraining(sandbox, new NoGoldens(), "test"), _ -> {});
        tess = site.token("tess", Scope.TEACH);
    }

    @AfterEach
    void stop() {
        site.close();
        sandbox.close();
        outside.stop(0);
    }

    private String host() {
        return "127.0.0.1:" + outside.getAddress().getPort();
    }

    private void hear(HttpExchange exchange) throws IOException {
        got.add(new Incoming(
                exchange.getRequestHeaders(), exchange.getRequestBody().readAllBytes()));
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private JsonNode made(String path, String json) throws Exception {
        HttpResponse<String> answer = site.post(tess, path, json);
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201, 202);
        return JsonMapper.shared().readTree(answer.body());
    }

    private String push(String source, String secret, String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return Integer.toString(site.send(site.request("/webhooks/in/" + source)
                        .header("X-GitHub-Event", "push")
                        .header(
                                "X-Hub-Signature-256",
                                "sha256="
                                        + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8))))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build())
                .statusCode());
    }

    /** The next event of that type; others wait for their turn, since what happens at once may be told in any order. */
    private Incoming heard(SigningSecret secret, String type) throws Exception {
        for (Incoming event : others) {
            if (type(secret, event).equals(type)) {
                others.remove(event);
                return event;
            }
        }
        while (true) {
            Incoming event = requireNonNull(got.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), type);
            if (type(secret, event).equals(type)) {
                return event;
            }
            others.add(event);
        }
    }

    private String type(SigningSecret secret, Incoming event) {
        Verdict verdict = new StandardWebhookVerifier(List.of(secret), site.clock()).verify(event);
        assertThat(verdict).isInstanceOf(Verdict.Genuine.class);
        return ((Verdict.Genuine) verdict).type();
    }

    @Test
    void a_push_is_handed_in_graded_and_told_of() throws Exception {
        SigningSecret receiver =
                SigningSecret.parse(made(HOOKS + "/receivers", "{\"url\":\"http://" + host() + "/hook\"}")
                        .path("secret")
                        .stringValue());
        JsonNode source = made(
                HOOKS + "/sources",
                "{\"kind\":\"github\",\"trusted\":true,\"fetch_address\":\"http://" + host() + "\"}");
        String id = source.path("id").stringValue();
        HttpResponse<String> named = site.send(
                tess,
                "PUT",
                HOOKS + "/sources/" + id + "/names",
                TestSite.JSON,
                "{\"names\":[{\"name\":\"class/ada\",\"assignment\":\"hw\",\"student\":\"ada\"}]}"
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(named.statusCode()).as(named.body()).isEqualTo(200);
        String secret = source.path("secret").stringValue();
        String body = "{\"ref\":\"refs/heads/main\",\"after\":\"" + "a".repeat(40)
                + "\",\"repository\":{\"full_name\":\"class/ada\",\"default_branch\":\"main\"}}";
        assertThat(push(id, "another", body)).isEqualTo("401");
        String next =
                made(HOOKS + "/sources/" + id + "/rotate", "{}").path("secret").stringValue();
        assertThat(push(id, secret, body)).isEqualTo("202");
        assertThat(push(id, next, body)).isEqualTo("200");
        String first = heard(receiver, "submission.received")
                .headers()
                .getOrDefault("webhook-id", List.of())
                .getFirst();
        assertThat(new String(heard(receiver, "submission.graded").body(), StandardCharsets.UTF_8))
                .contains("\"student\":\"ada\"");
        String submission = site.store()
                .read((Tx tx) -> tx.submissions().of("nn", "hw", "ada"))
                .getFirst()
                .id();
        assertThat(site.get(tess, "/submissions/" + submission + "/view").body())
                .contains("submission.graded to 127.0.0.1");
        assertThat(site.get(tess, HOOKS + "/sources/" + id + "/inbox").body()).contains("\"state\":\"done\"");
        resent(receiver, first);
        assertThat(site.send(tess, "DELETE", HOOKS + "/sources/" + id, TestSite.JSON, new byte[0])
                        .statusCode())
                .isEqualTo(204);
        assertThat(push(id, next, body + " ")).isEqualTo("401");
    }

    private void resent(SigningSecret receiver, String first) throws Exception {
        made("/api/v1/courses/nn/deliveries/" + first + "/resend", "{}");
        String eve = site.token("eve", Scope.TEACH);
        assertThat(site.post(eve, "/api/v1/courses/other/deliveries/" + first + "/resend", "{}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(heard(receiver, "submission.received").headers().get("webhook-id"))
                .containsExactly(first);
    }

    @Test
    void another_courses_source_and_receiver_are_not_there() throws Exception {
        String source =
                made(HOOKS + "/sources", "{\"kind\":\"standard\"}").path("id").stringValue();
        String receiver = made(HOOKS + "/receivers", "{\"url\":\"https://example.org/x\"}")
                .path("id")
                .stringValue();
        String eve = site.token("eve", Scope.TEACH);
        for (String path : List.of("/sources/" + source + "/rotate", "/receivers/" + receiver + "/rotate")) {
            assertThat(site.post(eve, "/api/v1/courses/other/webhooks" + path, "{}")
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(site.get(tess, HOOKS + "/receivers").body())
                .contains(receiver)
                .doesNotContain("whsec_");
        assertThat(site.post(tess, HOOKS + "/receivers", "{\"url\":\"file:///etc/passwd\"}")
                        .statusCode())
                .isEqualTo(400);
    }
}
