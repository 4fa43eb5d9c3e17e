package assay.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import assay.server.queue.Ground;
import assay.server.store.DatabaseUrl;
import assay.server.store.Scope;
import assay.server.testing.FakeSandbox;
import assay.server.testing.NoGoldens;
import assay.server.testing.TestSite;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the pages of a submission and of a student tell of the way of a grade to other systems. */
final class OutwardTest {
    private final FakeSandbox sandbox = new FakeSandbox();

    @SuppressWarnings("NullAway.Init") // before each
    private TestSite site;

    @SuppressWarnings("NullAway.Init") // before each
    private String submission;

    @BeforeEach
    void graded(@TempDir Path data) throws Exception {
        site = new TestSite(data, DatabaseUrl.ofFile(data.resolve("assay.db")));
        site.publish();
        site.server().grade(Ground.withoutTraining(sandbox, new NoGoldens(), "test"), _ -> {});
        submission = site.handIn("ada", "class A {");
        site.awaitGraded(submission);
    }

    @AfterEach
    void stop() {
        site.close();
        sandbox.close();
    }

    private String page(String person) throws Exception {
        return site.get(site.token(person, Scope.READ), "/submissions/" + submission + "/view")
                .body();
    }

    private void column(String state, int tries, long sent, long changed) {
        long start = TestSite.START.toEpochMilli();
        site.store().write(tx -> {
            tx.handle()
                    .execute("insert into lti_registrations (id, issuer, client_id, login_address, token_address,"
                            + " keys_address, audience, product, active, created_at) values ('r',"
                            + " 'https://lms.invalid', 'c', 'https://lms.invalid/l', 'https://lms.invalid/t',"
                            + " 'https://lms.invalid/k', 'a', 'moodle', 1, 0)");
            return tx.handle()
                    .execute(
                            "insert into lti_scores (registration, line_item, subject, course, assignment, person,"
                                    + " version, given, maximum, comment, state, tries, next_at, stamped_at,"
                                    + " last_answer, sent_given, changed_at) values ('r', 'https://lms.invalid/i',"
                                    + " 's', 'nn', 'hw', 'ada', 1, 0, 10000000, '', ?, ?, ?, ?, '<i>gone</i>', 2500000, ?)",
                            state,
                            tries,
                            start + 300_000,
                            start + 1000 * sent,
                            start + 1000 * changed);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        DELIVERED | 0 | Sent to moodle 1 Mar 2026, 13:00:07         | moodle has had it since 1 Mar 2026, 13:00:09
        WAITING   | 0 | On its way to moodle since 1 Mar 2026, 13:00:09 | </li>
        WAITING   | 2 | On its way to moodle since 1 Mar 2026, 13:00:09 | , tried 2 times, again 1 Mar 2026, 13:05:00
        REFUSED   | 1 | moodle 1 Mar 2026, 13:00:09: not taken      | by the course
        HELD      | 1 | moodle 1 Mar 2026, 13:00:09: changed in     | left as it is there
        """)
    void a_student_reads_when_the_grade_was_sent_and_when_it_arrived(String state, int tries, String words, String more)
            throws Exception {
        column(state, tries, 7, 9);

        assertThat(page("ada")).contains(words).contains(more).doesNotContain("submission.graded");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        DELIVERED | 0 | moodle has had it since 1 Mar 2026, 13:00:09                 | ''
        WAITING   | 2 | On its way to moodle since 1 Mar 2026, 13:00:09, tried 2 times | ''
        REFUSED   | 1 | moodle 1 Mar 2026, 13:00:09: not taken by the course         | /courses/nn/assignments/hw/lms/ada/again
        GIVEN_UP  | 9 | moodle 1 Mar 2026, 13:00:09: not delivered                   | /courses/nn/assignments/hw/lms/ada/again
        HELD      | 1 | moodle 1 Mar 2026, 13:00:09: changed in the course           | /courses/nn/assignments/hw/lms/ada/overwrite
        """)
    void the_staffs_page_of_a_student_tells_what_the_platform_holds_and_what_may_be_done(
            String state, int tries, String words, String action) throws Exception {
        String path = "/courses/nn/assignments/hw/students/ada";
        assertThat(site.get(site.token("tom", Scope.READ), path).body()).doesNotContain("On learning platforms");
        column(state, tries, 7, 9);

        String page = site.get(site.token("tom", Scope.READ), path).body();

        assertThat(page)
                .contains("On learning platforms")
                .contains(words)
                .contains(">2.5<")
                .contains("&lt;i&gt;gone")
                .doesNotContain("<i>gone");
        assertThat(page.contains("/lms/")).isEqualTo(!action.isEmpty());
        assertThat(page).contains(action);
    }

    @Test
    void what_the_platform_had_before_is_no_news_of_this_result() throws Exception {
        column("DELIVERED", 0, -20, -10);

        assertThat(page("ada")).doesNotContain("moodle");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        DELIVERED | Told submission.graded to hooks.example.org, which has had it since 1 Mar 2026, 13:00:04
        WAITING   | Is telling submission.graded to hooks.example.org since 1 Mar 2026, 13:00:02, tried once, again
        GIVEN_UP  | Gave up telling submission.graded to hooks.example.org 1 Mar 2026, 13:00:04
        """)
    void the_staff_reads_besides_what_the_courses_receivers_were_told(String state, String words) throws Exception {
        told("submission.received", state);
        told("submission.graded", state);

        assertThat(page("tom"))
                .contains(words)
                .doesNotContain("submission.received")
                .doesNotContain("secret-path");
        assertThat(page("ada")).doesNotContain("hooks.example.org");
    }

    private void told(String subject, String state) {
        long start = TestSite.START.toEpochMilli();
        site.store().write(tx -> {
            tx.handle()
                    .execute("insert into webhook_endpoints (id, course, url, secret, failures, created_at) values"
                            + " ('e', 'nn', 'https://hooks.example.org/secret-path', x'00', 0, 0)"
                            + " on conflict (id) do nothing");
            return tx.handle()
                    .execute(
                            "insert into deliveries (id, course, kind, target, subject, body, state, tries, next_at,"
                                    + " last_answer, created_at, ended_at, about) values (?, 'nn', 'webhook', 'e', ?,"
                                    + " x'00', ?, 1, ?, '', ?, ?, ?)",
                            subject,
                            subject,
                            state,
                            start + 300_000,
                            start + 2_000,
                            start + 4_000,
                            submission);
        });
    }
}
