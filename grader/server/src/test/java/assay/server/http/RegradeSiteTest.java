package assay.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import assay.server.queue.Ground;
import assay.server.store.DatabaseUrl;
import assay.server.store.Scope;
import assay.server.testing.FakeSandbox;
import assay.server.testing.Homework;
import assay.server.testing.NoGoldens;
import assay.server.testing.TestSite;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Regrades, teams and reveals from outside. */
final class RegradeSiteTest {
    private static final String BASE = "/api/v1/courses/nn/assignments/hw";

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
    }

    @AfterEach
    void stop() {
        site.close();
        sandbox.close();
    }

    private JsonNode json(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpResponse<String> put(String path, String json) throws Exception {
        return site.send(tess, "PUT", path, TestSite.JSON, json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_regrade_is_asked_for_looked_at_applied_and_undone() throws Exception {
        String submission = site.handIn("ada", "class A {");
        site.awaitGraded(submission);
        assertThat(site.post(tess, BASE + "/regrades", "{\"reason\":\"x\"}").statusCode())
                .isEqualTo(409);
        json(site.send(tess, "PUT", BASE, "application/yaml", Homework.yaml(2, "2026-03-02T13:00:00+01:00")), 200);
        JsonNode regrade = json(site.post(tess, BASE + "/regrades", "{\"reason\":\"case 2 was wrong\"}"), 202);
        String one = BASE + "/regrades/" + regrade.path("id").stringValue();
        long end = System.nanoTime() + 60_000_000_000L;
        JsonNode difference = json(site.get(tess, one), 200);
        while (difference.path("open").intValue() > 0 && System.nanoTime() < end) {
            Thread.onSpinWait();
            difference = json(site.get(tess, one), 200);
        }
        assertThat(difference.path("graded").intValue()).isEqualTo(1);
        assertThat(difference.path("same").intValue()).isEqualTo(1);
        String page = one.replace("/api/v1", "");
        assertThat(site.get(tess, page).body()).contains("Apply only upwards").contains("0 up, 0 down, 1 the same.");
        assertThat(site.get(site.token("tom", Scope.TEACH), page).body()).doesNotContain("Apply only upwards");
        site.clock().advance(Duration.ofSeconds(1)); // of two gradings of one moment, none would be the newest
        assertThat(json(site.post(tess, one + "/apply", "{}"), 200)
                        .path("state")
                        .stringValue())
                .isEqualTo("applied");
        assertThat(site.get(tess, page).body()).contains("It was applied.");
        assertThat(site.get(tess, "/courses/nn/assignments/hw/class/report").body())
                .contains("ADA")
                .doesNotContain("the newest is version");
        assertThat(site.post(tess, one + "/drop", "{}").statusCode()).isEqualTo(409);
        assertThat(site.get(tess, page).body()).contains("Undo");
        assertThat(json(site.post(tess, one + "/undo", "{}"), 200).path("state").stringValue())
                .isEqualTo("proposed");
        assertThat(site.get(tess, "/courses/nn/assignments/hw/regrades").body())
                .contains("case 2 was wrong")
                .contains("waits for a decision");
        for (String look : List.of("report", "pictures")) {
            assertThat(site.get(tess, "/courses/nn/assignments/hw/class/" + look)
                            .body())
                    .contains("By version 1, which graded most of what counts; the newest is version 2.")
                    .contains("ADA")
                    .doesNotContain("left out");
        }
    }

    @Test
    void a_team_is_shown_before_handing_in_and_sees_what_one_of_it_hands_in() throws Exception {
        json(put(BASE + "/rules", "{\"team_size\":2,\"reveals\":1}"), 200);
        json(put(BASE + "/teams", "{\"teams\":[{\"team\":\"gradients\",\"members\":[\"ada\",\"bob\"]}]}"), 200);
        assertThat(put(BASE + "/teams", "{\"teams\":[{\"team\":\"x\",\"members\":[\"ada\",\"bob\",\"tess\"]}]}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(put(BASE + "/teams", "{\"teams\":[{\"team\":\"x\",\"members\":[\"eve\"]}]}")
                        .statusCode())
                .isEqualTo(422);
        String bob = site.token("bob", Scope.SUBMIT);
        assertThat(json(site.get(bob, BASE + "/team"), 200).path("members").size())
                .isEqualTo(2);
        assertThat(site.get(bob, "/courses/nn/assignments/hw").body())
                .contains("You work with ADA")
                .contains("up to 2 in a team")
                .contains("You have 1 such choice left.");
        String submission = site.handIn("ada", "class A {");
        site.awaitGraded(submission);
        String path = "/api/v1/submissions/" + submission;
        assertThat(json(site.get(bob, path), 200).path("points").isNull()).isTrue();
        assertThat(site.get(bob, path + "/result").statusCode()).isEqualTo(403);
        assertThat(json(site.post(bob, path + "/reveal", ""), 200).path("left").intValue())
                .isZero();
        assertThat(json(site.get(bob, path), 200).path("points").isNull()).isFalse();
        assertThat(site.get(bob, path + "/result").statusCode()).isEqualTo(200);
        assertThat(json(site.get(bob, path + "/lms"), 200).path("items").size()).isZero();
        assertThat(site.get(tess, "/courses/nn/assignments/hw/class").body())
                .contains("2 students, 2 of them have handed in.");
    }

    @Test
    void a_self_check_tells_public_cases_and_no_points() throws Exception {
        String submission = site.handIn("ada", "class A {");
        String path = "/api/v1/submissions/" + submission + "/self-check";
        String ada = site.token("ada", Scope.SUBMIT);
        site.awaitGraded(submission);
        site.clock().advance(Duration.ofSeconds(1));
        assertThat(site.get(ada, path).statusCode()).isEqualTo(404);
        assertThat(site.post(site.token("bob", Scope.SUBMIT), path, "").statusCode())
                .isEqualTo(404);
        assertThat(json(site.post(ada, path, ""), 202)
                        .path("assignment_version")
                        .intValue())
                .isEqualTo(1);
        long end = System.nanoTime() + 60_000_000_000L;
        JsonNode last = json(site.get(ada, path), 200);
        while (!last.path("state").stringValue().equals("graded") && System.nanoTime() < end) {
            Thread.onSpinWait();
            last = json(site.get(ada, path), 200);
        }
        assertThat(last.path("public_cases").size()).isEqualTo(1);
        assertThat(last.path("public_cases").get(0).path("verdict").stringValue())
                .isEqualTo("CE");
        assertThat(last.toString()).doesNotContain("larger").doesNotContain("points");
    }
}
