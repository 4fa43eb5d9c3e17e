package assay.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.domain.GraderFault;
import assay.server.queue.Ground;
import assay.server.secret.Tokens;
import assay.server.store.DatabaseUrl;
import assay.server.store.Scope;
import assay.server.testing.FakeSandbox;
import assay.server.testing.NoGoldens;
import assay.server.testing.TestSite;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/server.md says about backups: taken while the server runs, put back elsewhere, nothing is missing. */
final class BackupTest {
    @TempDir
    private Path folder;

    @Test
    void what_was_handed_in_before_the_backup_is_graded_after_it_is_put_back() throws Exception {
        String id;
        try (TestSite site = new TestSite(folder.resolve("old"), database("old"))) {
            site.publish();
            id = site.handIn("ada", "class A {");
            Files.createDirectories(folder.resolve("new"));
            site.store()
                    .read(tx -> tx.handle().execute("vacuum into ?", file("new").toString()));
            copy(folder.resolve("old/secrets"), folder.resolve("new/secrets"));
            site.handIn("ada", "class TooLate {");
        }

        try (AssayServer restored = TestSite.restart(folder.resolve("new"), database("new"))) {
            restored.grade(Ground.withoutTraining(new FakeSandbox(), new NoGoldens(), "test"), _ -> {});
            HttpResponse<String> events = ask(restored, "ada", "/api/v1/submissions/" + id + "/events");
            assertThat(events.body()).contains("\"state\":\"graded\"");
            List<?> all = restored.store().read(tx -> tx.submissions().of("nn", "hw", "ada"));
            assertThat(all).hasSize(1);
        }
    }

    @Test
    void a_database_without_its_secrets_is_not_started() throws Exception {
        try (TestSite site = new TestSite(folder.resolve("old"), database("old"))) {
            Files.createDirectories(folder.resolve("new"));
            site.store()
                    .read(tx -> tx.handle().execute("vacuum into ?", file("new").toString()));
        }

        assertThatThrownBy(() -> TestSite.restart(folder.resolve("new"), database("new")))
                .isInstanceOf(GraderFault.class)
                .hasMessageContaining("restore the folder from a backup");
    }

    /** One request of that person. */
    private static HttpResponse<String> ask(AssayServer server, String person, String path)
            throws IOException, InterruptedException {
        String token = Tokens.draw();
        server.store()
                .write(tx -> tx.credentials()
                        .addToken(
                                Tokens.hash(token),
                                person,
                                Scope.READ,
                                "",
                                "test",
                                TestSite.START.plus(Duration.ofDays(1))));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(server.address() + path))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private Path file(String name) {
        return folder.resolve(name).resolve("assay.db");
    }

    private DatabaseUrl database(String name) {
        return DatabaseUrl.ofFile(file(name));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path one : files.toList()) {
                Files.copy(one, to.resolve(one.getFileName()));
            }
        }
    }
}
