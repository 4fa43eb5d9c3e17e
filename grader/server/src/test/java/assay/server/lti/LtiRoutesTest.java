package assay.server.lti;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.domain.Points;
import assay.server.http.Call;
import assay.server.net.GuardedWeb;
import assay.server.net.NetworkPolicy;
import assay.server.net.Resolver;
import assay.server.page.Pages;
import assay.server.secret.Vault;
import assay.server.store.Database;
import assay.server.store.DatabaseUrl;
import assay.server.store.Store;
import assay.server.testing.SettableClock;
import io.javalin.Javalin;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of a browser, with and without cookies, from the platform's link to ours. */
class LtiRoutesTest {
    private final SettableClock clock = new SettableClock(Tokens.NOW);
    private final HttpClient browser = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init")
    private Database database;

    @SuppressWarnings("NullAway.Init")
    private Store store;

    @SuppressWarnings("NullAway.Init")
    private FakePlatform platform;

    @SuppressWarnings("NullAway.Init")
    private Javalin server;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        database = Database.open(DatabaseUrl.ofFile(folder.resolve("assay.db")));
        store = new Store(database.source(), clock);
        ToolKeys keys = new ToolKeys(store, new Vault("a key"));
        platform = new FakePlatform(FakePlatform.Profile.MOODLE, keys::published);
        GuardedWeb web = new GuardedWeb(NetworkPolicy.standard().trusting(Set.of(platform.host())), Resolver.system());
        LtiRoutes lti = new LtiRoutes(store, Tokens.TOOL, keys, web, new Pages(), one -> Points.of("10"));
        server = Javalin.create(config -> lti.routes()
                        .forEach(route -> config.routes.addHttpHandler(
                                route.method(),
                                route.path(),
                                http -> route.handler()
                                        .handle(new Call(http, Optional.empty(), Optional.empty(), Optional.empty())))))
                .start("127.0.0.1", 0);
        store.write(tx -> {
            new Registrations(tx).add(platform.registration(true));
            new Registrations(tx).deploy(platform.registration(true).id(), "1");
            tx.courses().add("cs", "Kernels");
            new Arrivals(tx, platform.registration(true)).link("1", "context-1", "cs");
            return true;
        });
    }

    @AfterEach
    void stop() {
        server.stop();
        platform.close();
        database.close();
        browser.close();
    }

    private HttpResponse<String> post(String path, Map<String, String> form, String... headers) throws Exception {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private Map<String, String> begin() {
        return Map.of("iss", platform.issuer(), "login_hint", "h", "target_link_uri", Tokens.TOOL + "/lti/launch");
    }

    private Map<String, String> answer(Map<String, String> asked) {
        return Map.of(
                "state", asked.getOrDefault("state", ""),
                "id_token",
                        platform.sign(Tokens.launch(
                                platform.issuer(),
                                FakePlatform.CLIENT,
                                "1",
                                asked.getOrDefault("nonce", ""),
                                clock.instant())));
    }

    @Test
    void a_browser_with_cookies_comes_through() throws Exception {
        HttpResponse<String> login = post("/lti/login", begin());
        assertThat(login.statusCode()).isEqualTo(302);
        String cookie = login.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("; HttpOnly", "; Secure", "; SameSite=None", "; Partitioned", "; Path=/lti");
        Map<String, String> asked = FakePlatform.fields(
                URI.create(login.headers().firstValue("Location").orElseThrow()).getRawQuery());

        assertThat(post("/lti/launch", answer(asked)).statusCode()).isEqualTo(400);
        HttpResponse<String> launch =
                post("/lti/launch", answer(asked), "Cookie", cookie.split(";")[0], "Sec-Fetch-Dest", "iframe");
        assertThat(launch.statusCode()).as(launch.body()).isEqualTo(200);
        assertThat(launch.body()).contains("action=\"/sign-in/assay_", "target=\"_blank\"");
        assertThat(launch.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'self' " + platform.issuer());
        assertThat(post("/lti/launch", answer(asked), "Cookie", cookie.split(";")[0])
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_frame_of_a_platform_with_storage_needs_no_cookie() throws Exception {
        Map<String, String> begin = new java.util.HashMap<>(begin());
        begin.put("lti_storage_target", "_parent");
        HttpResponse<String> login = post("/lti/login", begin, "Sec-Fetch-Dest", "iframe");
        assertThat(login.statusCode()).isEqualTo(200);
        assertThat(login.body()).contains("data-mode=\"put\"", "data-origin=\"" + platform.issuer() + "\"");
        String value = attribute(login.body(), "data-value");
        Map<String, String> asked = FakePlatform.fields(
                URI.create(attribute(login.body(), "data-next").replace("&amp;", "&"))
                        .getRawQuery());

        HttpResponse<String> first = post("/lti/launch", answer(asked), "Sec-Fetch-Dest", "iframe");
        assertThat(first.body()).contains("data-mode=\"get\"", "name=\"stored\"");
        assertThat(attribute(first.body(), "data-key")).isEqualTo(attribute(login.body(), "data-key"));
        Map<String, String> second = new java.util.HashMap<>(answer(asked));
        second.put("stored", "");
        assertThat(post("/lti/launch", second).statusCode()).isEqualTo(400);
        second.put("stored", value);
        assertThat(post("/lti/launch", second).statusCode()).isEqualTo(200);
    }

    @Test
    void a_frame_without_either_opens_a_window_of_its_own() throws Exception {
        HttpResponse<String> login = post("/lti/login", begin(), "Sec-Fetch-Dest", "iframe");
        assertThat(login.body()).contains("target=\"_blank\"", "action=\"/lti/login\"", "value=\"" + platform.issuer());
        assertThat(login.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void what_a_platform_says_is_escaped_and_never_followed() throws Exception {
        Map<String, String> begin = new java.util.HashMap<>(begin());
        begin.put("login_hint", "\"><script>alert(1)</script>");
        HttpResponse<String> login = post("/lti/login", begin, "Sec-Fetch-Dest", "iframe");
        assertThat(login.body()).doesNotContain("<script>alert");
        HttpResponse<String> refused =
                post("/lti/launch", Map.of("state", "s", "error", "<b>", "error_description", "<b>"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).doesNotContain("<b>");
        begin.put("iss", "https://evil.example");
        assertThat(post("/lti/login", begin).statusCode()).isEqualTo(400);
    }

    @Test
    void keys_and_configuration_are_for_everybody_and_hold_nothing_private() throws Exception {
        for (String path : List.of("/lti/keys", "/lti/config.json", "/lti/storage.js")) {
            HttpResponse<String> got = browser.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(got.statusCode()).isEqualTo(200);
            assertThat(got.body()).isNotEmpty().doesNotContain("\"d\"", "\"qi\"");
        }
    }

    private static String attribute(String html, String name) {
        int at = html.indexOf(name + "=\"") + name.length() + 2;
        return html.substring(at, html.indexOf('"', at));
    }
}
