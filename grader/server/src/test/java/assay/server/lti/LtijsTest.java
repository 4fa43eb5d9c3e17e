package assay.server.lti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import assay.server.store.DatabaseUrl;
import assay.server.testing.Postgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * Holds the fake platform, against which our own tool is tested, to somebody else's idea of LTI: ltijs, which 1EdTech has
 * certified. It needs node and {@code npm install --prefix grader/server/target/ltijs grader/server/src/test/ltijs}.
 */
@Tag("slow")
final class LtijsTest {
    private static final Path TOOL = Path.of("src", "test", "ltijs", "tool.js").toAbsolutePath();
    private static final Path MODULES =
            Path.of("target", "ltijs", "node_modules").toAbsolutePath();

    private final InstantSource clock = InstantSource.system();

    private record Tool(Process process, URI address) implements AutoCloseable {
        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Tool tool(int port, FakePlatform platform) throws IOException {
        DatabaseUrl database = Postgres.emptyDatabase();
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        "node",
                        TOOL.toString(),
                        Integer.toString(port),
                        database.jdbc().replaceFirst("^jdbc:postgresql://", "postgresql://postgres:postgres@"),
                        platform.issuer(),
                        FakePlatform.CLIENT))
                .redirectErrorStream(true);
        builder.environment().put("NODE_PATH", installed().orElseThrow().toString());
        Process process = builder.start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        List<String> lines = new ArrayList<>();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            lines.add(line);
            if (line.equals("ready")) {
                return new Tool(process, URI.create("http://127.0.0.1:" + port));
            }
        }
        throw new IOException("ltijs does not start: " + lines);
    }

    private static Optional<Path> installed() {
        return Stream.of(MODULES, MODULES.resolve("assay-ltijs/node_modules"))
                .filter(folder -> Files.isDirectory(folder.resolve("ltijs-sequelize")))
                .findFirst();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String keys(HttpClient client, int port) {
        try {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/keys"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource(FakePlatform.Profile.class)
    void another_tool_launches_from_it_grades_on_it_and_reads_its_class(FakePlatform.Profile profile) throws Exception {
        assumeTrue(installed().isPresent(), "ltijs is not installed");
        int port = freePort();
        try (HttpClient browser = HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
                FakePlatform platform = new FakePlatform(profile, () -> keys(browser, port));
                Tool tool = tool(port, platform)) {
            HttpResponse<String> login = browser.send(
                    HttpRequest.newBuilder(URI.create(tool.address() + "/login?iss=" + encoded(platform.issuer())
                                    + "&login_hint=h&client_id=" + FakePlatform.CLIENT + "&target_link_uri="
                                    + encoded(tool.address() + "/launch")))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(login.statusCode()).as(login.body()).isEqualTo(302);
            URI auth = URI.create(login.headers().firstValue("Location").orElseThrow());
            assertThat(auth.toString()).startsWith(platform.issuer() + "/auth");
            Map<String, String> asked = FakePlatform.fields(auth.getRawQuery());

            HttpResponse<String> launched = launch(browser, tool, platform, asked);

            JsonNode heard = Claims.JSON.readTree(launched.body());
            assertThat(launched.statusCode()).as(launched.body()).isEqualTo(200);
            assertThat(heard.path("user").stringValue()).isEqualTo("user-1");
            assertThat(heard.path("name").stringValue()).isEqualTo("Ada Byron");
            assertThat(heard.path("roles").get(0).stringValue()).isEqualTo(Tokens.LEARNER);
            assertThat(heard.path("context").stringValue()).isEqualTo("context-1");
            assertThat(heard.path("members")).hasSize(2);
            assertThat(heard.path("results").get(0).path("resultScore").doubleValue())
                    .isEqualTo(0.7);
            assertThat(platform.held("user-1")).isEqualTo(7);
        }
    }

    private HttpResponse<String> launch(HttpClient browser, Tool tool, FakePlatform platform, Map<String, String> asked)
            throws Exception {
        Map<String, Object> claims = Tokens.launch(
                platform.issuer(),
                FakePlatform.CLIENT,
                FakePlatform.DEPLOYMENT,
                asked.getOrDefault("nonce", ""),
                clock.instant());
        claims.put(Lti.CLAIM + "target_link_uri", tool.address() + "/launch");
        claims.put(
                "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint",
                Map.of(
                        "scope",
                        List.of(
                                "https://purl.imsglobal.org/spec/lti-ags/scope/score",
                                "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly"),
                        "lineitem",
                        platform.lineItem()));
        claims.put(
                "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice",
                Map.of(
                        "context_memberships_url",
                        platform.at("/members").toString(),
                        "service_versions",
                        List.of("2.0")));
        String form =
                "state=" + encoded(asked.getOrDefault("state", "")) + "&id_token=" + encoded(platform.sign(claims));
        HttpResponse<String> answer = browser.send(
                HttpRequest.newBuilder(URI.create(asked.getOrDefault("redirect_uri", "")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 302) {
            return answer;
        }
        return browser.send(
                HttpRequest.newBuilder(URI.create(asked.getOrDefault("redirect_uri", ""))
                                .resolve(answer.headers().firstValue("Location").orElseThrow()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
