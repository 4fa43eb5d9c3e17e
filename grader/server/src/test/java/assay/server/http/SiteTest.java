package assay.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import assay.server.queue.Ground;
import assay.server.secret.Tokens;
import assay.server.store.DatabaseUrl;
import assay.server.store.Scope;
import assay.server.testing.FakeSandbox;
import assay.server.testing.NoGoldens;
import assay.server.testing.TestSite;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The API and the pages from outside. */
final class SiteTest {
    private static final String SUBMISSIONS = "/api/v1/courses/nn/assignments/hw/submissions";

    @TempDir
    private Path data;

    @SuppressWarnings("NullAway.Init") // before each
    private TestSite site;

    @BeforeEach
    void start() throws Exception {
        site = new TestSite(data, DatabaseUrl.ofFile(data.resolve("assay.db")));
        site.publish();
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void a_submission_goes_all_the_way_to_its_result() throws Exception {
        FakeSandbox sandbox = new FakeSandbox();
        site.server().grade(Ground.withoutTraining(sandbox, new NoGoldens(), "test"), _ -> {});
        String id = site.handIn("ada", "class A {");
        String ada = site.token("ada", Scope.READ);

        HttpResponse<String> events = site.get(ada, "/api/v1/submissions/" + id + "/events");
        HttpResponse<String> status = site.get(ada, "/api/v1/submissions/" + id);
        HttpResponse<String> result = site.get(ada, "/api/v1/submissions/" + id + "/result");

        assertThat(events.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        assertThat(events.body()).contains("event: progress").contains("\"state\":\"graded\"");
        assertThat(status.body())
                .contains("\"verdict\":\"CE\"")
                .contains("\"points\":0")
                .contains("\"maximum\":10");
        assertThat(result.body()).contains("it is not Java");
        assertThat(site.get(ada, "/submissions/" + id + "/view").body()).contains("Compile error");
        assertThat(site.get(ada, "/submissions/" + id + "/report").body()).contains("Compile error");
        assertThat(site.get(site.token("tess", Scope.TEACH), "/courses/nn/assignments/hw/grades.csv")
                        .body())
                .contains("ada,0,10,CE,0,\r\n");
    }

    @Test
    void the_same_request_again_leads_to_the_same_submission() throws Exception {
        String ada = site.token("ada", Scope.SUBMIT);

        HttpResponse<String> first = withKey(ada, "{\"files\":{\"A.java\":\"class A {}\"}}");
        HttpResponse<String> again = withKey(ada, "{\"files\":{\"A.java\":\"class A {}\"}}");
        HttpResponse<String> other = withKey(ada, "{\"files\":{\"A.java\":\"class B {}\"}}");

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(site.get(ada, SUBMISSIONS).body()).containsOnlyOnce("\"id\"");
    }

    private HttpResponse<String> withKey(String token, String json) throws IOException, InterruptedException {
        return site.send(site.request(SUBMISSIONS)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "k1")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    @Test
    void a_file_is_taken_as_it_was_uploaded_and_given_back_as_a_download() throws Exception {
        String boundary = TestSite.boundary();
        HttpResponse<String> answer = site.send(
                site.token("ada", Scope.SUBMIT),
                "POST",
                SUBMISSIONS,
                "multipart/form-data; boundary=" + boundary,
                TestSite.multipart(boundary, "../we\\ird<b>.java", "class A {}").getBytes(StandardCharsets.UTF_8));
        String id = answer.body().replaceFirst("^.*?\"id\":\"", "").replaceFirst("\".*$", "");

        HttpResponse<String> content =
                site.get(site.token("ada", Scope.READ), "/api/v1/submissions/" + id + "/content");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(content.body()).isEqualTo("class A {}");
        assertThat(content.headers().firstValue("Content-Disposition").orElseThrow())
                .isEqualTo("attachment; filename=\"ird_b_.java\"");
        assertThat(content.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void rules_hold_and_say_why() throws Exception {
        HttpResponse<String> set = site.send(
                site.token("tess", Scope.TEACH),
                "PUT",
                "/api/v1/courses/nn/assignments/hw/rules",
                "application/json",
                "{\"attempts\":2,\"cool_down_seconds\":600}".getBytes(StandardCharsets.UTF_8));
        assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
        String ada = site.token("ada", Scope.SUBMIT);
        String json = "{\"files\":{\"A.java\":\"class A {}\"}}";
        site.handIn("ada", "class A {");

        HttpResponse<String> tooSoon = site.post(ada, SUBMISSIONS, json);
        site.clock().advance(Duration.ofMinutes(10));
        HttpResponse<String> second = site.post(ada, SUBMISSIONS, json);
        site.clock().advance(Duration.ofMinutes(10));
        HttpResponse<String> third = site.post(ada, SUBMISSIONS, json);

        assertThat(tooSoon.statusCode()).isEqualTo(429);
        assertThat(tooSoon.body()).contains("2026-03-01T12:10:00Z");
        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(third.statusCode()).isEqualTo(409);
        assertThat(third.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(site.get(ada, "/courses/nn/assignments/hw").body()).contains("All 2 attempts are used.");
    }

    @Test
    void an_override_counts_and_its_history_stays() throws Exception {
        String tess = site.token("tess", Scope.TEACH);
        HttpResponse<String> set = site.post(
                tess,
                "/api/v1/courses/nn/assignments/hw/overrides",
                "{\"student\":\"ada\",\"points\":7.5,\"reason\":\"oral exam\"}");
        assertThat(set.statusCode()).as(set.body()).isEqualTo(200);

        assertThat(site.get(tess, "/api/v1/courses/nn/assignments/hw/grades").body())
                .contains("\"points\":7.5")
                .contains("\"overridden_by\":\"tess\"");
        assertThat(site.get(tess, "/courses/nn/assignments/hw/students/ada").body())
                .contains("oral exam");
        assertThat(site.get(tess, "/api/v1/courses/nn/audit").body()).contains("override");
        assertThat(site.get(site.token("ada", Scope.READ), "/courses/nn/assignments/hw")
                        .body())
                .contains("7.5 of 10 points, set by a teacher");
    }

    @Test
    void the_page_says_what_lateness_costs_now() throws Exception {
        String ada = site.token("ada", Scope.READ);
        assertThat(site.get(ada, "/courses/nn/assignments/hw").body()).contains("Handed in now, it is on time.");

        site.clock().set(TestSite.START.plus(Duration.ofHours(25)));
        String later = site.token("ada", Scope.READ);

        assertThat(site.get(later, "/courses/nn/assignments/hw").body()).contains("of 10 points earned, 9 would count");
    }

    @Test
    void what_people_and_files_are_called_is_shown_as_text() throws Exception {
        site.store().write(tx -> {
            tx.people().put("ada", "<script>alert(1)</script>", "");
            return true;
        });

        String page = site.get(site.token("tess", Scope.READ), "/courses/nn/assignments/hw/class")
                .body();

        assertThat(page)
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert")
                .contains("Homework &lt;b&gt;1");
    }

    @Test
    void a_link_signs_in_once_and_the_session_ends_when_it_is_told_to() throws Exception {
        String path = site.server().adminLink(true).orElseThrow().replaceFirst("^http://[^/]+", "");
        assertThat(site.send(site.request(path).build()).statusCode()).isEqualTo(200);

        HttpResponse<String> entered = site.send(form(path, "").build());
        HttpResponse<String> again = site.send(form(path, "").build());
        String cookie = entered.headers().firstValue("Set-Cookie").orElseThrow();
        String session = cookie.replaceFirst(";.*$", "");

        assertThat(entered.statusCode()).isEqualTo(303);
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax");
        assertThat(again.statusCode()).isEqualTo(401);
        assertThat(status(session)).isEqualTo(200);
        assertThat(site.send(form("/sign-out", session).build()).statusCode()).isEqualTo(303);
        assertThat(status(session)).isEqualTo(401);
    }

    /** Out of a lecture hall a class comes from one address; who guesses is stopped there all the same. */
    @Test
    void as_many_may_sign_in_from_one_address_as_have_links_and_few_may_guess() throws Exception {
        for (int student = 0; student < 50; student++) {
            String code = Tokens.draw();
            site.store().write(tx -> {
                tx.credentials().addLink(Tokens.hash(code), "bob", tx.now().plus(Duration.ofHours(1)));
                return true;
            });
            assertThat(site.send(form("/sign-in/" + code, "").build()).statusCode())
                    .isEqualTo(303);
        }
        for (int guess = 0; guess < 20; guess++) {
            assertThat(site.send(form("/sign-in/" + Tokens.draw(), "").build()).statusCode())
                    .isEqualTo(401);
        }
        assertThat(site.send(form("/sign-in/" + Tokens.draw(), "").build()).statusCode())
                .isEqualTo(429);
    }

    private int status(String session) throws IOException, InterruptedException {
        return site.send(site.request("/queue").header("Cookie", session).build())
                .statusCode();
    }

    private HttpRequest.Builder form(String path, String session) {
        return site.request(path)
                .header("Origin", site.server().address())
                .header("Cookie", session)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "http://evil.example", "https://127.0.0.1"})
    void a_form_of_another_page_changes_nothing(String origin) throws Exception {
        HttpRequest.Builder request = site.request("/sign-in")
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("token=x"));
        if (!origin.isEmpty()) {
            request.header("Origin", origin);
        }

        assertThat(site.send(request.build()).statusCode()).isEqualTo(403);
    }

    @Test
    void too_much_is_refused_as_such() throws Exception {
        String boundary = TestSite.boundary();
        byte[] large =
                TestSite.multipart(boundary, "a.zip", "x".repeat(3 << 20)).getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> answer = site.send(
                site.token("ada", Scope.SUBMIT),
                "POST",
                SUBMISSIONS,
                "multipart/form-data; boundary=" + boundary,
                large);

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "{\"files\":{}}", "{\"files\":3}", "{\"files\":{\"a\":null}}"})
    void a_body_that_makes_no_sense_is_a_bad_request(String json) throws Exception {
        assertThat(site.post(site.token("ada", Scope.SUBMIT), SUBMISSIONS, json).statusCode())
                .isEqualTo(400);
    }

    @Test
    void metrics_are_for_the_administrator_and_name_nobody() throws Exception {
        site.handIn("ada", "class A {");

        String metrics = site.get(site.token("root", Scope.ADMIN), "/metrics").body();

        assertThat(metrics).contains("assay_queue{state=\"waiting\"} 1.0").doesNotContain("ada");
        assertThat(site.get(site.token("tess", Scope.ADMIN), "/metrics").statusCode())
                .isEqualTo(403);
    }
}
