package assay.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.domain.Extension;
import assay.server.store.Cause;
import assay.server.store.DatabaseUrl;
import assay.server.store.GrantedExtension;
import assay.server.store.Scope;
import assay.server.store.StoredGrading;
import assay.server.testing.TestSite;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** More time for one and for several, by the API and by the page: all of them, or nobody. */
final class ExtensionsTest {
    private static final String API = "/api/v1/courses/nn/assignments/hw/extensions";
    private static final String PAGE = "/courses/nn/assignments/hw/extend-several";

    @SuppressWarnings("NullAway.Init") // before each
    private TestSite site;

    @SuppressWarnings("NullAway.Init") // before each
    private String tom;

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        site = new TestSite(data, DatabaseUrl.ofFile(data.resolve("assay.db")));
        site.publish();
        tom = site.token("tom", Scope.TEACH);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private Optional<Duration> more(String person) {
        return site.store()
                .read(tx -> tx.grades().extension("nn", "hw", person))
                .flatMap(GrantedExtension::bySeconds);
    }

    private HttpResponse<String> form(String fields) throws Exception {
        return site.send(
                tom, "POST", PAGE, "application/x-www-form-urlencoded", fields.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void several_have_more_time_by_one_request_and_what_they_handed_in_late_is_graded_anew() throws Exception {
        site.clock().advance(Duration.ofHours(25));
        tom = site.token("tom", Scope.TEACH);
        String late = site.handIn("ada", "class A {}");
        site.clock().advance(Duration.ofSeconds(1)); // of two gradings of one moment, none would be the newest

        HttpResponse<String> answer =
                site.post(tom, API, "{\"students\":[\"ada\",\"bob\",\"ada\"],\"by\":\"P2D\",\"reason\":\"a strike\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"students\":[\"ada\",\"bob\"]}");
        assertThat(more("ada")).contains(Duration.ofDays(2));
        assertThat(more("bob")).contains(Duration.ofDays(2));
        assertThat(site.store().read(tx -> tx.gradings().ofSubmission(late)).map(StoredGrading::cause))
                .contains(Cause.REGRADE);
        assertThat(site.get(site.token("tess", Scope.READ), "/api/v1/courses/nn/audit")
                        .body())
                .containsOnlyOnce("hw ada")
                .containsOnlyOnce("hw bob");
    }

    @Test
    void where_somebody_is_not_in_the_course_each_is_named_and_nobody_has_more_time() throws Exception {
        HttpResponse<String> answer = site.post(
                tom,
                API,
                "{\"students\":[\"ada\",\"eve\",\"no body\",\"bob\"],\"by\":\"P2D\",\"reason\":\"a strike\"}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.get("problems").valueStream().map(JsonNode::asString))
                .containsExactly("eve is not in the course", "no body is not in the course");
        assertThat(problem.get("detail").asString()).isEqualTo("Not in the course: eve, no body");
        assertThat(form("students=ada,eve&hours=24&reason=strike").statusCode()).isEqualTo(422);
        assertThat(more("ada")).isEmpty();
        assertThat(more("bob")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void what_breaks_in_the_middle_gives_nobody_more_time(boolean page) throws Exception {
        site.store()
                .write(tx -> tx.handle()
                        .execute("create trigger no_bob before insert on extensions when new.person = 'bob'"
                                + " begin select raise(abort, 'not bob'); end"));

        HttpResponse<String> answer = page
                ? form("students=ada,bob&hours=24&reason=strike")
                : site.post(tom, API, "{\"students\":[\"ada\",\"bob\"],\"by\":\"P2D\",\"reason\":\"a strike\"}");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(more("ada")).isEmpty();
        assertThat(site.get(site.token("tess", Scope.READ), "/api/v1/courses/nn/audit")
                        .body())
                .doesNotContain("hw ada");
    }

    @Test
    void one_alone_may_still_be_named_and_time_taken_back() throws Exception {
        HttpResponse<String> answer = site.post(tom, API, "{\"student\":\"ada\",\"by\":\"P2D\",\"reason\":\"ill\"}");
        assertThat(answer.body()).isEqualTo("{\"student\":\"ada\"}");
        assertThat(more("ada")).isPresent();

        site.clock().advance(Duration.ofSeconds(1));
        site.post(tom, API, "{\"students\":[\"ada\",\"bob\"],\"reason\":\"a slip\"}");

        assertThat(more("ada")).isEmpty();
    }

    @Test
    void the_page_gives_each_who_is_named_the_time_once() throws Exception {
        HttpResponse<String> answer = form("students=ada%0Abob;ada&hours=24&reason=strike");

        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/class?extended=2");
        assertThat(more("ada")).contains(Duration.ofDays(1));
        assertThat(more("bob")).contains(Duration.ofDays(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"reason":"r","by":"P2D"}                                                   | 400 | student
        {"student":"ada","students":["bob"],"by":"P2D","reason":"r"}                | 400 | students
        {"students":[],"by":"P2D","reason":"r"}                                     | 422 | Nobody
        {"students":["ada",null],"by":"P2D","reason":"r"}                           | 400 | students
        {"students":["ada"," "],"by":"P2D","reason":"r"}                            | 400 | students
        {"students":["ada"],"by":"P2D"}                                             | 400 | reason
        {"students":["ada"],"by":"-P2D","reason":"r"}                               | 400 | by:
        {"students":["ada"],"by":"PT0S","reason":"r"}                               | 400 | by:
        {"students":["ada"],"by":"P3661D","reason":"r"}                             | 400 | by:
        {"students":["ada"],"by":"PT999999999999999H","reason":"r"}                 | 400 | by:
        {"students":["ada"],"by":"two days","reason":"r"}                           | 400 | by: a duration such as
        {"students":["ada"],"until":"tomorrow","reason":"r"}                        | 400 | until: an instant such as
        {"students":["ada"],"until":"+1000000000-12-31T23:59:59Z","reason":"r"}     | 400 | until: an instant from
        {"students":["ada"],"by":"P2D","until":"2026-03-05T12:00:00Z","reason":"r"} | 400 | until and by:
        {"students":"ada","by":"P2D","reason":"r"}                                  | 400 | JSON
        """)
    void what_makes_no_sense_is_refused_by_the_name_of_its_field(String body, int status, String named)
            throws Exception {
        HttpResponse<String> answer = site.post(tom, API, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains(named);
        assertThat(more("ada")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1.5", "10000", "P2D"})
    void hours_on_the_page_are_a_number_of_them(String hours) throws Exception {
        HttpResponse<String> answer = form("students=ada&hours=" + hours + "&reason=strike");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("hours: a whole number from 1 to 9999");
        assertThat(more("ada")).isEmpty();
    }

    @Test
    void the_page_takes_a_deadline_of_ones_own_in_the_assignments_zone() throws Exception {
        HttpResponse<String> answer = form("students=ada&until=2026-03-05T12:00&reason=strike");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(site.store()
                        .read(tx -> tx.grades().extension("nn", "hw", "ada"))
                        .flatMap(GrantedExtension::until))
                .contains(Instant.parse("2026-03-05T11:00:00Z"));
        assertThat(form("students=ada&hours=2&until=2026-03-05T12:00&reason=r").body())
                .contains("hours and until: an extension has one of them");
        assertThat(form("students=ada&until=Thursday&reason=r").body()).contains("until: a date and a time such as");
    }

    @Test
    void an_instant_may_be_the_deadline_of_ones_own() throws Exception {
        site.post(tom, API, "{\"student\":\"ada\",\"until\":\"2026-03-05T12:00:00Z\",\"reason\":\"ill\"}");

        assertThat(site.store()
                        .read(tx -> tx.grades().extension("nn", "hw", "ada"))
                        .flatMap(GrantedExtension::extension))
                .contains(new Extension.Until(Instant.parse("2026-03-05T12:00:00Z")));
    }

    @Test
    void a_thousand_are_the_most_at_once() throws Exception {
        String many = String.join(",", Collections.nCopies(1001, "\"ada\""));

        HttpResponse<String> answer =
                site.post(tom, API, "{\"students\":[" + many + "],\"by\":\"P2D\",\"reason\":\"r\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(List.of(more("ada"), more("bob"))).containsOnly(Optional.empty());
    }
}
