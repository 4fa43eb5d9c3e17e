package assay.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import assay.server.queue.Ground;
import assay.server.store.DatabaseUrl;
import assay.server.store.Scope;
import assay.server.testing.FakeComparer;
import assay.server.testing.FakeSandbox;
import assay.server.testing.NoGoldens;
import assay.server.testing.TestSite;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Comparisons from outside: an instructor asks, waits, and reads two submissions side by side. */
final class ComparisonSiteTest {
    private static final String API = "/api/v1/courses/nn/assignments/hw/comparisons";
    private static final String PAGE = "/courses/nn/assignments/hw/comparisons";

    private final FakeSandbox sandbox = new FakeSandbox();

    @SuppressWarnings("NullAway.Init") // before each
    private TestSite site;

    @SuppressWarnings("NullAway.Init") // before each
    private String tess;

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        site = new TestSite(data, DatabaseUrl.ofFile(data.resolve("assay.db")));
        site.publish();
        site.server().grade(Ground.withoutTraining(sandbox, new NoGoldens(), "test"), _ -> {});
        tess = site.token("tess", Scope.ADMIN);
        for (String person : List.of("ada", "bob")) {
            site.awaitGraded(site.handIn(person, "class " + person + " { // <script>alert(1)</script>\\n}\\n// own"));
        }
    }

    @AfterEach
    void stop() {
        site.close();
        sandbox.close();
    }

    private JsonNode ended(String how) throws Exception {
        site.server().compare(new FakeComparer(how), _ -> List.of());
        HttpResponse<String> asked = site.post(tess, API, "");
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        String id = JsonMapper.shared().readTree(asked.body()).get("id").asString();
        site.get(tess, API + "/" + id + "/events"); // ends when it has
        return JsonMapper.shared().readTree(site.get(tess, API + "/" + id).body());
    }

    @Test
    void an_instructor_sees_who_is_like_whom_and_both_side_by_side() throws Exception {
        JsonNode ended = ended("well");

        assertThat(ended.get("state").asString()).isEqualTo("done");
        assertThat(ended.get("compared").asInt()).isEqualTo(2);
        assertThat(ended.get("pairs")).hasSize(1);
        assertThat(ended.get("spread")).hasSize(20);
        assertThat(ended.get("spread").get(17).asInt()).isEqualTo(1);
        assertThat(ended.get("pairs").get(0).get("first").get("students").get(0).asString())
                .isEqualTo("ada");

        String one = PAGE + "/" + ended.get("id").asString();
        assertThat(site.get(tess, PAGE).body())
                .contains("2 submissions compared")
                .contains("no points are taken off");
        assertThat(site.get(tess, one).body())
                .contains("88 %")
                .contains("1 pair, 85 to 90 % alike.")
                .contains(">ADA<")
                .contains(">BOB<")
                .contains("/submissions/")
                .contains("no points are taken off");
        String pair = site.get(tess, one + "/pairs/1").body();
        assertThat(pair)
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert")
                .contains("<tr class=\"tone0\">")
                .contains("id=\"a1\" href=\"#b1\"")
                .contains("Conv.java, 1–2")
                .containsPattern("<tr class=\"\">.*// own");
        for (String no : List.of("2", "0", "01", "-1", "x", "99999999999")) {
            assertThat(site.get(tess, one + "/pairs/" + no).statusCode()).as(no).isEqualTo(404);
        }
        assertThat(site.get(tess, "/api/v1/courses/nn/audit").body())
                .contains("comparison asked")
                .contains("comparison ended");
    }

    @Test
    void whoever_asks_for_its_events_hears_how_it_ended() throws Exception {
        String id = ended("fails").get("id").asString();

        HttpResponse<String> events = site.get(tess, API + "/" + id + "/events");

        assertThat(events.headers().firstValue("Content-Type").orElse("")).contains("text/event-stream");
        assertThat(events.body()).isEqualTo("event: progress\ndata: {\"state\":\"failed\"}\n\n");
    }

    @Test
    void nobody_else_sees_it_and_not_under_another_assignment() throws Exception {
        String id = ended("well").get("id").asString();

        for (String person : List.of("ada", "tom", "eve")) {
            String token = site.token(person, Scope.ADMIN);
            for (String path : List.of(
                    API,
                    API + "/" + id,
                    API + "/" + id + "/events",
                    PAGE,
                    PAGE + "/" + id,
                    PAGE + "/" + id + "/pairs/1")) {
                HttpResponse<String> answer = site.get(token, path);
                assertThat(answer.statusCode()).as(person + " " + path).isIn(403, 404);
                assertThat(answer.body()).doesNotContain("BOB");
            }
        }
        assertThat(site.get(tess, API.replace("hw", "other") + "/" + id).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_failure_is_told_and_changes_nothing() throws Exception {
        JsonNode ended = ended("fails");

        assertThat(ended.get("reason").asString()).isEqualTo("JPlag was <b>away</b>.");
        assertThat(site.get(tess, PAGE + "/" + ended.get("id").asString()).body())
                .contains("Failed, and changed nothing")
                .contains("&lt;b&gt;away")
                .doesNotContain("<b>away");
    }
}
