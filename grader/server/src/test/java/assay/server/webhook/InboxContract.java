package assay.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.domain.DataSize;
import assay.server.net.GuardedWeb;
import assay.server.net.NetworkPolicy;
import assay.server.net.Resolver;
import assay.server.outbox.RetrySchedule;
import assay.server.secret.Vault;
import assay.server.store.Database;
import assay.server.store.Store;
import assay.server.store.StoredSubmission;
import assay.server.store.Tx;
import assay.server.testing.TestCourse;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From an event that was believed to what is handed in, against a GitHub and a Canvas over real HTTP. */
abstract class InboxContract {
    private static final Instant NOW = TestCourse.START;
    private static final Instant PUSHED = Instant.parse("2026-03-01T09:00:00Z");
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    private final Vault vault = new Vault("a key");
    /** What was asked for, with the leave that came with it. */
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    private final Deque<Integer> answers = new ArrayDeque<>();

    @SuppressWarnings("NullAway.Init")
    private TestCourse course;

    @SuppressWarnings("NullAway.Init")
    private Store store;

    @SuppressWarnings("NullAway.Init")
    private HttpServer api;

    @SuppressWarnings("NullAway.Init")
    private HttpServer files;

    @SuppressWarnings("NullAway.Init")
    private InboxWorker worker;

    private byte[] content = "an archive".getBytes(StandardCharsets.UTF_8);

    abstract Database empty();

    @BeforeEach
    void open() throws IOException {
        course = new TestCourse(empty(), "ada");
        store = course.store();
        api = server();
        files = server();
        GuardedWeb web =
                new GuardedWeb(NetworkPolicy.standard().trusting(Set.of(host(api), host(files))), Resolver.system());
        worker = new InboxWorker(
                store, vault, web, course.handingIn(), DataSize.ofMebibytes(1), RetrySchedule.standard());
    }

    private HttpServer server() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/", this::answer);
        server.start();
        return server;
    }

    private static String host(HttpServer server) {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** GitHub sends on to its storage; Canvas describes the submission, and its files open by themselves. */
    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path + " " + exchange.getRequestHeaders().getFirst("Authorization"));
        byte[] body = content;
        int status = answers.isEmpty() ? 200 : answers.removeFirst();
        if (status == 200 && path.contains("/zipball/")) {
            exchange.getResponseHeaders().add("Location", "http://" + host(files) + "/storage.zip?key=1");
            status = 302;
        } else if (path.contains("/submissions/")) {
            body = """
                {"submitted_at": "%s", "attempt": 2, "attachments": [
                  {"display_name": "Conv.java", "url": "http://%s/file/1"},
                  {"display_name": "Pool.java", "url": "http://%s/file/2"}]}
                """.formatted(PUSHED, host(files), host(files)).getBytes(StandardCharsets.UTF_8);
        }
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @AfterEach
    void close() {
        api.stop(0);
        files.stop(0);
        course.close();
    }

    private Source source(Source.Kind kind, boolean trusted) {
        Source source = new Source(
                "source",
                "nn",
                kind,
                kind == Source.Kind.CANVAS ? List.of() : List.of(SigningSecret.draw()),
                kind == Source.Kind.CANVAS ? Optional.of(URI.create("https://canvas.example/keys")) : Optional.empty(),
                false,
                trusted,
                new Source.Fetch(Optional.of(URI.create("http://" + host(api) + "/api")), "leave"));
        store.write(tx -> {
            new Sources(tx, vault).put(source);
            new Names(tx).put("source", new Names.Name("Class/HW-Ada", "hw", "ada"));
            new Names(tx).put("source", new Names.Name("assignment:17", "hw", ""));
            new Names(tx).put("source", new Names.Name("user:42", "", "ada"));
            return true;
        });
        return source;
    }

    private void receive(Source source, String key, String payload) {
        store.write(tx -> new Inbox(tx)
                .receive(source, new Verdict.Genuine(key, "event", payload.getBytes(StandardCharsets.UTF_8))));
    }

    private static String push(String repository, String ref, String commit) {
        return """
            {"ref": "%s", "after": "%s", "head_commit": {"timestamp": "2001-01-01T00:00:00Z"},
             "repository": {"full_name": "%s", "default_branch": "main", "pushed_at": %d}}
            """.formatted(ref, commit, repository, PUSHED.getEpochSecond());
    }

    private List<StoredSubmission> submissions() {
        return store.read(tx -> tx.submissions().of("nn", "hw", "ada"));
    }

    private Inbox.Line line() {
        return store.read(tx -> new Inbox(tx).of("source", 10)).getFirst();
    }

    @Test
    void a_source_comes_back_as_it_was_put_and_its_token_lies_sealed() {
        Source source = source(Source.Kind.GITHUB, true);
        Source read = store.read(tx -> new Sources(tx, vault).of("nn")).getFirst();
        assertThat(read.fetch()).isEqualTo(source.fetch());
        assertThat(read.trusted()).isTrue();
        assertThat(read.toString()).doesNotContain("leave");
        byte[] sealed = store.read(tx -> tx.handle()
                .createQuery("select fetch_token from webhook_sources")
                .mapTo(byte[].class)
                .one());
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("leave");
    }

    @Test
    void a_push_is_handed_in_once_and_the_token_goes_to_the_api_alone() {
        Source source = source(Source.Kind.GITHUB, true);
        receive(source, "k1", push("class/hw-ada", "refs/heads/main", COMMIT));
        receive(source, "k2", push("class/hw-ada", "refs/heads/main", COMMIT) + " ");
        assertThat(worker.work()).isEqualTo(2);
        assertThat(submissions()).singleElement().satisfies(one -> {
            assertThat(one.submittedAt()).isEqualTo(PUSHED);
            assertThat(one.receivedAt()).contains(NOW);
            assertThat(one.fileName()).isEqualTo("repository.zip");
        });
        assertThat(asked).contains("/api/repos/class/hw-ada/zipball/" + COMMIT + " Bearer leave", "/storage.zip null");
        assertThat(store.read((Tx tx) -> new Inbox(tx).of("source", 10)))
                .extracting(Inbox.Line::state)
                .containsOnly("DONE");
    }

    @Test
    void the_time_of_a_source_that_is_not_trusted_does_not_count() {
        receive(source(Source.Kind.GITHUB, false), "k1", push("class/hw-ada", "refs/heads/main", COMMIT));
        worker.work();
        assertThat(submissions()).singleElement().returns(NOW, StoredSubmission::submittedAt);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class/hw-ada refs/heads/draft " + COMMIT,
                "class/hw-ada refs/heads/main 0000000000000000000000000000000000000000",
                "mallory/hw-ada refs/heads/main " + COMMIT,
                "class/../../x refs/heads/main " + COMMIT
            })
    void what_nobody_has_named_and_what_is_no_commit_of_the_usual_branch_is_set_aside(String words) {
        String[] parts = words.split(" ", -1);
        receive(source(Source.Kind.GITHUB, true), "k1", push(parts[0], parts[1], parts[2]));
        worker.work();
        assertThat(submissions()).isEmpty();
        assertThat(asked).isEmpty();
        assertThat(line().state()).isEqualTo("SET_ASIDE");
    }

    @Test
    void what_is_away_is_tried_again_and_what_is_too_large_is_not() {
        Source source = source(Source.Kind.GITHUB, true);
        receive(source, "k1", push("class/hw-ada", "refs/heads/main", COMMIT));
        answers.add(503);
        worker.work();
        assertThat(line().state()).isEqualTo("RECEIVED");
        assertThat(worker.work()).isZero();
        course.clock().advance(Duration.ofSeconds(6));
        content = new byte[(1 << 20) + 1];
        worker.work();
        assertThat(submissions()).isEmpty();
        content = new byte[] {1};
        course.clock().advance(Duration.ofHours(1));
        worker.work();
        assertThat(line().reason()).isNotEmpty();
    }

    @Test
    void canvas_is_asked_what_an_event_hints_at_and_its_files_become_one_submission() {
        Source source = source(Source.Kind.CANVAS, true);
        String event =
                "{\"metadata\":{\"event_name\":\"submission_%s\"},\"body\":{\"assignment_id\":\"17\",\"user_id\":\"42\"}}";
        receive(source, "k1", event.formatted("created"));
        receive(source, "k2", event.formatted("updated"));
        worker.work();
        assertThat(submissions()).singleElement().satisfies(one -> {
            assertThat(one.submittedAt()).isEqualTo(PUSHED);
            assertThat(one.fileName()).isEqualTo("submission.zip");
        });
        assertThat(asked).contains("/api/assignments/17/submissions/42 Bearer leave", "/file/1 null", "/file/2 null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"metadata\":{\"event_name\":\"grade_change\"},\"body\":{\"assignment_id\":\"17\",\"user_id\":\"42\"}}",
                "{\"metadata\":{\"event_name\":\"submission_created\"},\"body\":{\"assignment_id\":\"9\",\"user_id\":\"42\"}}",
                "{\"metadata\":{\"event_name\":\"submission_created\"},\"body\":{\"assignment_id\":\"17/..\",\"user_id\":\"42\"}}"
            })
    void canvas_is_not_asked_of_what_means_nothing_here(String event) {
        receive(source(Source.Kind.CANVAS, true), "k1", event);
        worker.work();
        assertThat(asked).isEmpty();
        assertThat(line().state()).isEqualTo("SET_ASIDE");
    }

    @Test
    void a_source_that_is_switched_off_hands_nothing_in() {
        Source source = source(Source.Kind.GITHUB, true);
        receive(source, "k1", push("class/hw-ada", "refs/heads/main", COMMIT));
        store.write(tx -> {
            new Sources(tx, vault).put(source.switchedOff());
            return true;
        });
        worker.work();
        assertThat(submissions()).isEmpty();
        assertThat(line().reason()).contains("switched off");
    }
}
