package assay.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import assay.server.queue.Ground;
import assay.server.secret.Tokens;
import assay.server.store.DatabaseUrl;
import assay.server.store.Scope;
import assay.server.store.StoredSubmission;
import assay.server.testing.FakeSandbox;
import assay.server.testing.NoGoldens;
import assay.server.testing.TestSite;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on which somebody hands in, and what it says of what was handed in. */
final class HandInPageTest {
    private static final String PAGE = "/courses/nn/assignments/hw";
    private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");

    private final FakeSandbox sandbox = new FakeSandbox();

    @SuppressWarnings("NullAway.Init") // before each
    private TestSite site;

    @SuppressWarnings("NullAway.Init") // before each
    private String ada;

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        site = new TestSite(data, DatabaseUrl.ofFile(data.resolve("assay.db")));
        site.publish();
        ada = site.token("ada", Scope.SUBMIT);
    }

    @AfterEach
    void stop() {
        site.close();
        sandbox.close();
    }

    private String once() throws Exception {
        Matcher field = ONCE.matcher(page("ada"));
        assertThat(field.find()).isTrue();
        return field.group(1);
    }

    private String page(String person) throws Exception {
        return site.get(site.token(person, Scope.READ), PAGE).body();
    }

    private String sent(String once, String source) throws Exception {
        return sent(ada, "once", once, source);
    }

    private String sent(String token, String field, String value, String source) throws Exception {
        String boundary = TestSite.boundary();
        String body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value
                + "\r\n" + TestSite.multipart(boundary, "Conv.java", source);
        HttpResponse<String> answer = site.send(
                token,
                "POST",
                PAGE + "/hand-in",
                "multipart/form-data; boundary=" + boundary,
                body.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private List<StoredSubmission> submissions() {
        return site.store().read(tx -> tx.submissions().of("nn", "hw", "ada"));
    }

    @Test
    void a_form_that_is_sent_twice_hands_in_once_and_with_another_file_again() throws Exception {
        String once = once();

        String first = sent(once, "class A {");
        String again = sent(once, "class A {");
        String other = sent(once, "class B {");
        String later = sent(once(), "class A {");

        assertThat(again).isEqualTo(first);
        assertThat(List.of(first, other, later)).doesNotHaveDuplicates();
        assertThat(submissions()).hasSize(3);
    }

    @Test
    void a_form_without_a_sign_of_its_own_hands_in_all_the_same() throws Exception {
        sent("no sign", "class A {");
        sent("no sign", "class A {");

        assertThat(submissions()).hasSize(2);
    }

    @Test
    void the_staff_hands_in_for_a_student_on_the_students_page() throws Exception {
        String tom = site.token("tom", Scope.SUBMIT);
        assertThat(site.get(tom, PAGE + "/students/ada").body())
                .contains("action=\"" + PAGE + "/hand-in\"")
                .contains("name=\"student\" value=\"ada\"");

        sent(tom, "student", "ada", "class A {");

        assertThat(submissions()).singleElement().satisfies(one -> {
            assertThat(one.person()).isEqualTo("ada");
            assertThat(one.handedInBy()).isEqualTo("tom");
        });
    }

    @Test
    void the_submission_that_counts_is_marked_until_a_teacher_sets_the_grade() throws Exception {
        site.server().grade(Ground.withoutTraining(sandbox, new NoGoldens(), "test"), _ -> {});
        for (int i = 0; i < 2; i++) {
            site.clock().advance(Duration.ofSeconds(1));
            String id = site.handIn("ada", "class A {");
            site.get(ada, "/api/v1/submissions/" + id + "/events"); // ends when it is graded
        }
        String student = PAGE + "/students/ada";
        String tess = site.token("tess", Scope.TEACH);
        assertThat(page("ada")).containsOnlyOnce(">counts</span>");
        assertThat(site.get(tess, student).body()).containsOnlyOnce(">counts</span>");

        site.post(tess, "/api/v1" + PAGE + "/overrides", "{\"student\":\"ada\",\"points\":7.5,\"reason\":\"oral\"}");

        assertThat(page("ada")).doesNotContain(">counts</span>");
        assertThat(site.get(tess, student).body()).doesNotContain(">counts</span>");
    }

    @Test
    void times_are_those_of_the_assignments_zone_and_what_was_handed_in_can_be_had_back() throws Exception {
        String id = site.handIn("ada", "class A {");

        String view = site.get(ada, "/submissions/" + id + "/view").body();

        assertThat(view)
                .contains("handed in 1 March 2026, 13:00:00 (Europe/Zurich, UTC+01:00)")
                .contains("Queued 1 Mar 2026, 13:00:00")
                .contains("href=\"/api/v1/submissions/" + id + "/content\"")
                .doesNotContain("/students/ada");
    }

    @Test
    void a_token_says_what_it_may_and_how_it_ended() throws Exception {
        site.store().write(tx -> {
            tx.credentials()
                    .addToken(
                            Tokens.hash("a"),
                            "ada",
                            Scope.READ,
                            "nn",
                            "old",
                            tx.now().minusSeconds(1));
            return true;
        });

        assertThat(site.get(ada, "/tokens").body())
                .containsSubsequence("old", "read, in nn", "expired")
                .doesNotContain("revoked");
    }
}
