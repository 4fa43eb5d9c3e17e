package assay.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.assignment.AssignmentReader;
import assay.core.domain.DataSize;
import assay.server.AssayServer;
import assay.server.config.ServerConfig;
import assay.server.secret.Tokens;
import assay.server.store.DatabaseUrl;
import assay.server.store.Progress;
import assay.server.store.Role;
import assay.server.store.Scope;
import assay.server.store.Store;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server with a course in it: {@code ada} and {@code bob} learn, {@code tom} assists, {@code tess} teaches. */
public final class TestSite implements AutoCloseable {
    public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    public static final int MOST_REQUESTS = 100_000;
    public static final String JSON = "application/json";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long LOOK_MILLIS = 10;

    private final SettableClock clock = new SettableClock(START);
    private final AssayServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    public TestSite(Path data, DatabaseUrl url) {
        this(data, url, MOST_REQUESTS);
    }

    public TestSite(Path data, DatabaseUrl url, int requests) {
        this(data, url, requests, Set.of());
    }

    /** @param trusted {@code host:port} of systems that the test plays */
    public TestSite(Path data, DatabaseUrl url, int requests, Set<String> trusted) {
        this.server = AssayServer.start(config(data, url, requests, trusted), new AssignmentReader(Map.of()), clock);
        store().write(tx -> {
            tx.courses().add("nn", "Neural networks");
            tx.courses().add("other", "Another course");
            for (String id : new String[] {"ada", "bob", "tom", "tess", "eve", "root"}) {
                tx.people().put(id, id.toUpperCase(Locale.ROOT), "");
            }
            tx.people().enrol("nn", "ada", Role.STUDENT);
            tx.people().enrol("nn", "bob", Role.STUDENT);
            tx.people().enrol("nn", "tom", Role.ASSISTANT);
            tx.people().enrol("nn", "tess", Role.INSTRUCTOR);
            tx.people().enrol("other", "eve", Role.INSTRUCTOR);
            tx.people().makeAdmin("root");
            return true;
        });
    }

    private static ServerConfig config(Path data, DatabaseUrl url, int requests, Set<String> trusted) {
        return new ServerConfig(
                data,
                "127.0.0.1",
                0,
                "",
                url,
                1,
                Set.of("cpu"),
                DataSize.ofMebibytes(2),
                requests,
                trusted,
                Duration.ofSeconds(5),
                Optional.empty(),
                false);
    }

    /** On a folder and a database that are there already. */
    public static AssayServer restart(Path data, DatabaseUrl url) {
        return AssayServer.start(
                config(data, url, MOST_REQUESTS, Set.of()), new AssignmentReader(Map.of()), new SettableClock(START));
    }

    /** The homework, due in a day. */
    public void publish() throws IOException, InterruptedException {
        HttpResponse<String> answer = send(
                token("tess", Scope.ADMIN),
                "PUT",
                "/api/v1/courses/nn/assignments/hw",
                "application/yaml",
                Homework.yaml(1, "2026-03-02T13:00:00+01:00"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    public SettableClock clock() {
        return clock;
    }

    public AssayServer server() {
        return server;
    }

    public Store store() {
        return server.store();
    }

    public String token(String person, Scope scope) {
        return token(person, scope, "");
    }

    public String token(String person, Scope scope, String course) {
        String token = Tokens.draw();
        store().write(tx -> tx.credentials()
                .addToken(
                        Tokens.hash(token),
                        person,
                        scope,
                        course,
                        "test",
                        clock.instant().plus(Duration.ofDays(1))));
        return token;
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.address() + path));
    }

    public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<String> get(String token, String path) throws IOException, InterruptedException {
        return send(request(path).header("Authorization", "Bearer " + token).build());
    }

    public HttpResponse<String> send(String token, String method, String path, String type, byte[] body)
            throws IOException, InterruptedException {
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    public HttpResponse<String> post(String token, String path, String json) throws IOException, InterruptedException {
        return send(token, "POST", path, JSON, json.getBytes(StandardCharsets.UTF_8));
    }

    /** Hands one source in, and gives back the submission's id. */
    public String handIn(String person, String source) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(
                token(person, Scope.SUBMIT),
                "/api/v1/courses/nn/assignments/hw/submissions",
                "{\"files\": {\"Conv.java\": \"" + source + "\"}}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return answer.body().replaceFirst("^.*?\"id\":\"", "").replaceFirst("\".*$", "");
    }

    /** Until the submission has its result; looks more often than the stream of its events does. */
    public void awaitGraded(String submission) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!graded(submission) && System.nanoTime() < end) {
            assertThat(never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)).isFalse();
        }
        assertThat(graded(submission)).as("graded").isTrue();
    }

    private boolean graded(String submission) {
        return Optional.ofNullable(store().read(tx -> tx.watching().shown(Set.of(submission)))
                        .get(submission))
                .filter(Progress::ended)
                .isPresent();
    }

    public static String multipart(String boundary, String name, String content) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--" + boundary + "--\r\n";
    }

    public static String boundary() {
        return "b" + UUID.randomUUID();
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
