package assay.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.domain.Points;
import assay.server.store.DatabaseUrl;
import assay.server.store.Role;
import assay.server.store.Scope;
import assay.server.testing.TestSite;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of a class, found and sorted by its address. */
final class ClassTableTest {
    private static final String PAGE = "/courses/nn/assignments/hw/class";
    private static final Pattern STUDENT = Pattern.compile("<th scope=\"row\"><a href=\"[^\"]*/students/([a-z]+)\"");
    private static final Map<String, String> STATES =
            Map.of("cleo", "DELIVERED", "dan", "REFUSED", "eli", "HELD", "fay", "WAITING");

    @SuppressWarnings("NullAway.Init") // before each
    private TestSite site;

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        site = new TestSite(data, DatabaseUrl.ofFile(data.resolve("assay.db")));
        site.publish();
        site.store().write(tx -> {
            int points = 1;
            for (String id : List.of("ada", "cleo", "dan", "eli", "fay")) {
                tx.people().put(id, id.toUpperCase(Locale.ROOT), "");
                tx.people().enrol("nn", id, Role.STUDENT);
                tx.handle()
                        .createUpdate("insert into grades (course, assignment, person, points, maximum, days_late,"
                                + " version, changed_at) values ('nn', 'hw', :person, :points, :maximum, 0, 1, 0)")
                        .bind("person", id)
                        .bind("points", Points.of(String.valueOf(points++)))
                        .bind("maximum", Points.of("10"))
                        .execute();
            }
            return true;
        });
    }

    @AfterEach
    void stop() {
        site.close();
    }

    /** Of which nothing is due to be sent, so that it stays as it is. */
    private void platform() {
        site.store().write(tx -> {
            tx.handle()
                    .execute("insert into lti_registrations (id, issuer, client_id, login_address, token_address,"
                            + " keys_address, audience, product, active, created_at) values ('r', 'https://lms.invalid',"
                            + " 'c', 'https://lms.invalid/l', 'https://lms.invalid/t', 'https://lms.invalid/k', 'a',"
                            + " 'moodle', 1, 0)");
            STATES.forEach((person, state) -> tx.handle()
                    .execute(
                            "insert into lti_scores (registration, line_item, subject, course, assignment, person,"
                                    + " version, given, maximum, comment, state, tries, last_answer, changed_at) values"
                                    + " ('r', 'https://lms.invalid/i', ?, 'nn', 'hw', ?, 1, 0, 10000000, '', ?, 1, '', 0)",
                            person,
                            person,
                            state));
            return true;
        });
    }

    private String page(String query) throws Exception {
        return site.get(site.token("tom", Scope.READ), PAGE + query).body();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ''                                           | ada bob cleo dan eli fay
        ?show=away                                   | ada dan eli fay
        ?sort=platform                               | dan eli ada fay cleo bob
        ?sort=platform&order=descending              | bob cleo fay ada eli dan
        ?sort=platform&show=away&q=a                 | dan ada fay
        ?sort=points&order=descending&show=away      | fay eli dan ada
        ?show=missing&q=e                            | cleo eli
        ?show=nonsense&sort=nonsense                 | ada bob cleo dan eli fay
        """)
    void who_is_looked_for_is_shown_in_the_order_asked_for(String query, String students) throws Exception {
        platform();

        assertThat(STUDENT.matcher(page(query)).results().map(one -> one.group(1)))
                .containsExactly(students.split(" "));
    }

    @Test
    void each_grade_says_whether_it_has_arrived_and_the_students_page_why_not() throws Exception {
        platform();

        assertThat(page(""))
                .containsSubsequence(
                        ">ADA<",
                        "nothing to send to",
                        ">CLEO<",
                        "arrived",
                        ">DAN<",
                        "refused",
                        ">ELI<",
                        "changed there",
                        ">FAY<",
                        "on its way");
        String reader = site.token("tom", Scope.READ);
        assertThat(site.get(reader, "/courses/nn/assignments/hw/students/ada").body())
                .contains("has no column for this assignment");
        assertThat(site.get(reader, "/courses/nn/assignments/hw/students/bob").body())
                .doesNotContain("On learning platforms");
    }

    @Test
    void points_that_a_person_set_say_so() throws Exception {
        assertThat(page("")).doesNotContain("by hand");

        site.post(
                site.token("tess", Scope.TEACH),
                "/api/v1/courses/nn/assignments/hw/overrides",
                "{\"student\":\"ada\",\"points\":7.5,\"reason\":\"oral exam\"}");

        assertThat(page("?q=ada")).containsOnlyOnce(">by hand</span> 7.5 ");
    }

    @Test
    void a_course_without_a_platform_says_nothing_of_one() throws Exception {
        assertThat(page("?sort=platform&show=away"))
                .doesNotContain("Platform")
                .doesNotContain("nothing to send to")
                .doesNotContain("value=\"away\"")
                .contains(">BOB<");
    }
}
