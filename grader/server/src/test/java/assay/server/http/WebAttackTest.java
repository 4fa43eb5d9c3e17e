package assay.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.domain.Points;
import assay.server.rule.Counting;
import assay.server.store.DatabaseUrl;
import assay.server.store.Role;
import assay.server.store.Scope;
import assay.server.testing.TestSite;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of group H of the hostile cases, beside H01 (AccessTest) and what other systems do to us. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WebAttackTest {
    private static final String HOMEWORK = "/api/v1/courses/nn/assignments/hw";

    @SuppressWarnings("NullAway.Init") // before all
    private TestSite site;

    @SuppressWarnings("NullAway.Init") // before all
    private String submission;

    @SuppressWarnings("NullAway.Init") // before all
    private String session;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        site = new TestSite(data, DatabaseUrl.ofFile(data.resolve("assay.db")));
        site.publish();
        submission = site.handIn("ada", "class A {");
        session = Guard.SESSION + "=" + site.store().write(tx -> SignIn.open(tx, "root"));
    }

    @AfterAll
    void stop() {
        site.close();
    }

    /** H02. */
    @TestFactory
    List<DynamicTest> a_form_of_another_page_changes_nothing_anywhere() {
        return site.server().routes().stream()
                .filter(route -> route.changes() && route.access() != Access.EXTERNAL)
                .map(route -> DynamicTest.dynamicTest(route.method().name() + " " + route.path(), () -> {
                    for (String origin : List.of("https://evil.example", "null", "")) {
                        HttpRequest.Builder request = site.request(path(route))
                                .header("Cookie", session)
                                .header("Content-Type", "text/plain")
                                .method(route.method().name(), HttpRequest.BodyPublishers.ofString("{}"));
                        if (!origin.isEmpty()) {
                            request.header("Origin", origin);
                        }
                        assertThat(site.send(request.build()).statusCode())
                                .as(origin)
                                .isEqualTo(403);
                    }
                }))
                .toList();
    }

    /** H01: other methods are no way around the guard. */
    @TestFactory
    List<DynamicTest> nobody_learns_anything_by_another_method() {
        return site.server().routes().stream()
                .filter(route -> route.access() != Access.PUBLIC && route.access() != Access.EXTERNAL)
                .map(route -> DynamicTest.dynamicTest(route.method().name() + " " + route.path(), () -> {
                    for (String method : List.of("HEAD", "OPTIONS", "TRACE", "PATCH", "PROPFIND")) {
                        HttpResponse<String> answer = site.send(site.request(path(route))
                                .method(method, HttpRequest.BodyPublishers.noBody())
                                .build());
                        // HEAD says no more than that there is such a kind of address, whichever it is.
                        assertThat(answer.statusCode())
                                .as(method)
                                .isIn(400, 401, 403, 404, 405, 501, method.equals("HEAD") ? 200 : 404);
                        assertThat(answer.headers().firstValue("Allow")).isEmpty();
                        assertThat(answer.body()).doesNotContain("Neural");
                    }
                }))
                .toList();
    }

    private String path(Route route) {
        return route.path()
                .replace("{course}", "nn")
                .replace("{assignment}", "hw")
                .replace("{submission}", submission)
                .replaceAll("\\{[a-z]+}", "0123456789abcdef");
    }

    /** H03: a spreadsheet would run it. */
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)"})
    void a_name_that_is_a_formula_is_text_in_the_table(String name) throws Exception {
        site.store().write(tx -> {
            tx.people().put(name, name, "");
            tx.people().enrol("nn", name, Role.STUDENT);
            tx.grades().override("nn", "hw", name, Optional.of(Points.of("1")), "oral exam", "tess");
            tx.grades().renew("nn", "hw", name, Counting.BEST, Points.of("10"));
            return true;
        });
        String tess = site.token("tess", Scope.TEACH);

        String table = site.get(tess, "/courses/nn/assignments/hw/grades.csv").body();

        assertThat(table).contains("'" + name);
        assertThat(table.lines()).noneMatch(line -> line.startsWith(name));
    }

    /** H03: whatever was uploaded is a download, and never a page of ours. */
    @ParameterizedTest
    @ValueSource(strings = {"x.html", "x.svg", "x.java", "a\r\nSet-Cookie: b=c.zip", "\"; filename=\"b.exe"})
    void an_upload_never_becomes_a_page(String name) throws Exception {
        String boundary = TestSite.boundary();
        HttpResponse<String> answer = site.send(
                site.token("bob", Scope.SUBMIT),
                "POST",
                HOMEWORK + "/submissions",
                "multipart/form-data; boundary=" + boundary,
                TestSite.multipart(boundary, name, "<svg onload='alert(1)'/>").getBytes(StandardCharsets.UTF_8));
        if (answer.statusCode() == 400) {
            return; // Jetty knows no such header
        }
        String id = answer.body().replaceFirst("^.*?\"id\":\"", "").replaceFirst("\".*$", "");

        HttpResponse<String> content =
                site.get(site.token("bob", Scope.READ), "/api/v1/submissions/" + id + "/content");

        assertThat(content.headers().firstValue("Content-Type").orElseThrow()).isEqualTo("application/octet-stream");
        assertThat(content.headers().firstValue("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"[A-Za-z0-9._-]*\"");
        assertThat(content.headers().firstValue("Set-Cookie")).isEmpty();
    }

    /** H13. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "rules {\"attempts\":-1}",
                "rules {\"attempts\":0}",
                "rules {\"attempts\":1.5}",
                "rules {\"attempts\":\"NaN\"}",
                "rules {\"attempts\":99999999999999999999}",
                "rules {\"cool_down_seconds\":-1}",
                "rules {\"cool_down_seconds\":9223372036854775807}",
                "rules {\"counting\":\"random\"}",
                "rules {\"needs\":\"cpu; rm -rf /\"}",
                "rules {\"released_at\":\"+999999999-12-31T23:59:59Z\"}",
                "overrides {\"student\":\"ada\",\"points\":\"NaN\",\"reason\":\"x\"}",
                "overrides {\"student\":\"ada\",\"points\":-1,\"reason\":\"x\"}",
                "overrides {\"student\":\"ada\",\"points\":1e400,\"reason\":\"x\"}",
                "overrides {\"student\":\"ada\",\"points\":1000000000,\"reason\":\"x\"}",
                "overrides {\"student\":\"ada\",\"points\":1,\"reason\":\"x\",\"pionts\":2}",
            })
    void a_limit_that_makes_no_sense_is_a_bad_request(String request) throws Exception {
        String[] parts = request.split(" ", 2);

        HttpResponse<String> answer = site.send(
                site.token("tess", Scope.TEACH),
                parts[0].equals("rules") ? "PUT" : "POST",
                HOMEWORK + "/" + parts[0],
                TestSite.JSON,
                parts[1].getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    }

    /** H11. */
    @Test
    void a_thousand_ranges_cost_no_more_than_the_whole() throws Exception {
        String ranges =
                IntStream.range(0, 1000).mapToObj(i -> i + "-" + (i + 9)).collect(Collectors.joining(","));
        HttpResponse<String> whole = site.send(site.request("/server.css").build());

        HttpResponse<String> parts = site.send(
                site.request("/server.css").header("Range", "bytes=" + ranges).build());

        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(parts.body().length()).isLessThanOrEqualTo(whole.body().length());
    }

    /** H11. */
    @ParameterizedTest
    @ValueSource(strings = {"q=(a%2B)%2B%24", "limit=1000000000", "sort=%27%3B--", "q=%00", "order=x&order=y"})
    void whatever_is_asked_of_the_class_table_is_answered(String query) throws Exception {
        HttpResponse<String> answer =
                site.get(site.token("tess", Scope.READ), "/courses/nn/assignments/hw/class?" + query);

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    /** H12. */
    @Test
    void nobody_is_told_versions_or_causes() throws IOException, InterruptedException {
        for (String path : List.of("/health", "/ready", "/", "/nothing", "/api/v1/submissions/x", "/%zz")) {
            HttpResponse<String> answer = site.send(site.request("/")
                    .uri(URI.create(site.server().address() + path.replace("%zz", "%25zz")))
                    .build());
            assertThat(answer.headers().firstValue("Server")).as(path).isEmpty();
            assertThat(answer.body()).as(path).doesNotContainIgnoringCase("jetty", "javalin", "SNAPSHOT", "\tat ");
        }
    }
}
