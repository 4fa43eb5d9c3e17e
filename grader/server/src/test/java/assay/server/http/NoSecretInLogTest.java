package assay.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import assay.server.store.DatabaseUrl;
import assay.server.store.Scope;
import assay.server.testing.TestSite;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** H12: whatever is logged at the level of a service, also where the store breaks, nobody can sign in with it. */
final class NoSecretInLogTest {
    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    private final ListAppender<ILoggingEvent> seen = new ListAppender<>();

    @BeforeEach
    void listen() {
        seen.start();
        ROOT.addAppender(seen);
    }

    @AfterEach
    void leave() {
        ROOT.detachAppender(seen);
    }

    @Test
    void what_opens_a_door_is_never_logged(@TempDir Path data) throws Exception {
        List<String> secrets = new ArrayList<>();
        try (TestSite site = new TestSite(data, DatabaseUrl.ofFile(data.resolve("assay.db")))) {
            site.publish();
            String link = site.server().adminLink(true).orElseThrow();
            String code = link.substring(link.lastIndexOf('/') + 1);
            HttpResponse<String> entered = form(site, "/sign-in/" + code, "");
            String cookie = entered.headers().firstValue("Set-Cookie").orElseThrow();
            String ada = site.token("ada", Scope.ADMIN);
            String made = site.post(ada, "/api/v1/tokens", "{\"name\":\"laptop\",\"scope\":\"submit\"}")
                    .body();
            secrets.addAll(List.of(
                    code,
                    cookie.replaceFirst("^[^=]*=", "").replaceFirst(";.*$", ""),
                    ada,
                    made.replaceFirst("^.*(assay_[A-Za-z0-9_-]{20,}).*$", "$1")));
            site.handIn("ada", "class MySecretSolution {");
            secrets.add("MySecretSolution");
            form(site, "/sign-in", "token=" + ada + "x");

            site.store().write(tx -> tx.handle().execute("drop table audit"));
            assertThat(site.post(ada, "/api/v1/tokens", "{\"name\":\"other\",\"scope\":\"submit\"}")
                            .statusCode())
                    .isEqualTo(503);
            site.store().write(tx -> tx.handle().execute("drop table idempotency"));
            assertThat(site.send(site.request("/api/v1/courses/nn/assignments/hw/submissions")
                                    .header("Authorization", "Bearer " + ada)
                                    .header("Idempotency-Key", "MySecretKey")
                                    .header("Content-Type", TestSite.JSON)
                                    .POST(HttpRequest.BodyPublishers.ofString("{\"files\":{\"A.java\":\"x\"}}"))
                                    .build())
                            .statusCode())
                    .isEqualTo(503);
            secrets.add("MySecretKey");
        }
        try (Stream<Path> files = Files.list(data.resolve("secrets"))) {
            for (Path file : files.toList()) {
                secrets.add(Files.readString(file, StandardCharsets.ISO_8859_1).strip());
            }
        }

        String log = log();

        assertThat(log).contains("incident");
        assertThat(secrets).hasSizeGreaterThanOrEqualTo(8).allMatch(secret -> secret.length() > 8);
        assertThat(secrets).noneMatch(log::contains);
    }

    private static HttpResponse<String> form(TestSite site, String path, String body) throws Exception {
        return site.send(site.request(path)
                .header("Origin", site.server().address())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private String log() {
        return List.copyOf(seen.list).stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.INFO)
                        || event.getLoggerName().startsWith("assay"))
                .map(event -> event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .collect(Collectors.joining("\n"));
    }
}
