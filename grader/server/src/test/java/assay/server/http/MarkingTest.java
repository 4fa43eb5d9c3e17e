package assay.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.manual.MarksCsv;
import assay.server.queue.Ground;
import assay.server.store.DatabaseUrl;
import assay.server.store.Scope;
import assay.server.testing.FakeSandbox;
import assay.server.testing.Homework;
import assay.server.testing.NoGoldens;
import assay.server.testing.TestSite;
import java.net.URLEncoder;
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
import org.junit.jupiter.params.provider.CsvSource;

/** Texts that persons grade: what is decided counts, survives a regrade, and belongs to the text that was read. */
final class MarkingTest {
    private static final String TEXT = "Padding with zeros makes the border darker.";
    private static final String MANUAL = """
          - id: discussion
            title: Discussion
            points: 2
            manual:
              document: discussion.md
              rubric:
                - { id: border, about: "Says what happens at the border.", points: 1.5 }
                - { id: words, about: "Is clear.", points: 0.5 }
        """;

    @TempDir
    private Path data;

    @SuppressWarnings("NullAway.Init") // before each
    private TestSite site;

    @SuppressWarnings("NullAway.Init") // before each
    private String submission;

    @BeforeEach
    void start() throws Exception {
        site = new TestSite(data, DatabaseUrl.ofFile(data.resolve("assay.db")));
        String yaml = new String(Homework.yaml(1, "2026-03-02T13:00:00+01:00"), StandardCharsets.UTF_8) + MANUAL;
        HttpResponse<String> published = site.send(
                site.token("tess", Scope.TEACH),
                "PUT",
                "/api/v1/courses/nn/assignments/hw",
                "application/yaml",
                yaml.getBytes(StandardCharsets.UTF_8));
        assertThat(published.statusCode()).as(published.body()).isEqualTo(200);
        site.server().grade(Ground.withoutTraining(new FakeSandbox(), new NoGoldens(), "test"), _ -> {});
        submission = handIn(TEXT);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private String handIn(String text) throws Exception {
        site.clock().advance(Duration.ofSeconds(1));
        HttpResponse<String> answer = site.post(
                site.token("ada", Scope.SUBMIT),
                "/api/v1/courses/nn/assignments/hw/submissions",
                "{\"files\": {\"Conv.java\": \"class A {\", \"discussion.md\": \"" + text + "\"}}");
        String id = answer.body().replaceFirst("^.*?\"id\":\"", "").replaceFirst("\".*$", "");
        graded(id);
        return id;
    }

    private void graded(String id) throws Exception {
        site.awaitGraded(id);
        site.clock().advance(Duration.ofSeconds(1));
    }

    private HttpResponse<String> mark(String id, String text, String points, String remark) throws Exception {
        String body = "version%2Fdiscussion=" + MarksCsv.version(text) + "&points%2Fdiscussion%2Fborder=" + points
                + "&points%2Fdiscussion%2Fwords=0.5&remark%2Fdiscussion%2Fborder="
                + URLEncoder.encode(remark, StandardCharsets.UTF_8);
        HttpResponse<String> answer = site.send(site.request("/submissions/" + id + "/marking")
                .header("Authorization", "Bearer " + site.token("tom", Scope.TEACH))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
        site.clock().advance(Duration.ofSeconds(1));
        return answer;
    }

    private String points() throws Exception {
        return site.get(site.token("tess", Scope.READ), "/courses/nn/assignments/hw/grades.csv")
                .body();
    }

    @Test
    void what_is_decided_counts_and_its_history_stays() throws Exception {
        assertThat(mark(submission, TEXT, "1", "What of the corners?").statusCode())
                .isEqualTo(303);
        assertThat(points()).contains("ada,1.5,12,");
        mark(submission, TEXT, "1.5", "");

        assertThat(points()).contains("ada,2,12,");
        assertThat(site.get(site.token("tom", Scope.READ), "/submissions/" + submission + "/marking")
                        .body())
                .contains("What of the corners?")
                .contains("border: 1 points")
                .contains("border: 1.5 points");
    }

    @Test
    void a_regrade_keeps_what_was_decided() throws Exception {
        mark(submission, TEXT, "1", "");
        HttpResponse<String> again =
                site.post(site.token("tess", Scope.TEACH), "/api/v1/submissions/" + submission + "/regrade", "");
        assertThat(again.statusCode()).isEqualTo(202);
        graded(submission);

        assertThat(points()).contains("ada,1.5,12,");
    }

    @Test
    void another_text_is_read_anew_and_the_old_one_keeps_its_points() throws Exception {
        mark(submission, TEXT, "1", "");
        String second = handIn("It does not.");

        assertThat(points()).contains("ada,1.5,12,");
        assertThat(mark(second, TEXT, "1.5", "").statusCode()).isEqualTo(409);
        mark(second, "It does not.", "0", "");
        assertThat(points()).contains("ada,1.5,12,");
    }

    @ParameterizedTest
    @CsvSource({"1.6", "-1", "NaN", "1e3"})
    void points_that_there_are_not_are_refused(String points) throws Exception {
        assertThat(mark(submission, TEXT, points, "").statusCode()).isEqualTo(400);
        assertThat(points()).contains("ada,0,12,");
    }
}
