package assay.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import assay.server.store.DatabaseUrl;
import assay.server.store.Scope;
import assay.server.testing.TestSite;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every route as everybody (group H01 of the hostile cases). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AccessTest {
    private static final Set<Integer> REFUSED = Set.of(401, 403, 404);

    @SuppressWarnings("NullAway.Init") // before all
    private TestSite site;

    @SuppressWarnings("NullAway.Init") // before all
    private String submission;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        site = new TestSite(data, DatabaseUrl.ofFile(data.resolve("assay.db")));
        site.publish();
        submission = site.handIn("ada", "class A {");
    }

    @AfterAll
    void stop() {
        site.close();
    }

    /** Who comes: whose submission it is, another student, the staff, a teacher elsewhere, tokens that do not do. */
    private Map<String, String> callers() {
        Map<String, String> callers = new LinkedHashMap<>();
        callers.put("nobody", "");
        callers.put("a forged token", "assay_" + "x".repeat(43));
        callers.put("the owner", site.token("ada", Scope.ADMIN));
        callers.put("another student", site.token("bob", Scope.ADMIN));
        callers.put("an assistant", site.token("tom", Scope.ADMIN));
        callers.put("an instructor", site.token("tess", Scope.ADMIN));
        callers.put("another course's instructor", site.token("eve", Scope.ADMIN));
        callers.put("the administrator", site.token("root", Scope.ADMIN));
        callers.put("an instructor's reading token", site.token("tess", Scope.READ));
        callers.put("an instructor's submitting token", site.token("tess", Scope.SUBMIT));
        callers.put("an instructor's teaching token", site.token("tess", Scope.TEACH));
        callers.put("an instructor's token for another course", site.token("tess", Scope.ADMIN, "other"));
        callers.put("a worker's token", site.token("tess", Scope.WORKER));
        return callers;
    }

    /** The table: who gets past the guard. */
    private static Set<String> admitted(Access access) {
        Set<String> all = Set.of(
                "the owner",
                "another student",
                "an assistant",
                "an instructor",
                "another course's instructor",
                "the administrator");
        return switch (access) {
            case EXTERNAL -> Set.of();
            case PUBLIC ->
                with(
                        all,
                        "nobody",
                        "an instructor's reading token",
                        "an instructor's submitting token",
                        "an instructor's teaching token",
                        "an instructor's token for another course",
                        "a worker's token");
            case SIGNED_IN ->
                with(
                        all,
                        "an instructor's reading token",
                        "an instructor's submitting token",
                        "an instructor's teaching token",
                        "an instructor's token for another course");
            case OWN_ACCOUNT -> all;
            case MEMBER ->
                Set.of(
                        "the owner",
                        "another student",
                        "an assistant",
                        "an instructor",
                        "the administrator",
                        "an instructor's reading token",
                        "an instructor's submitting token",
                        "an instructor's teaching token");
            case HANDS_IN ->
                Set.of(
                        "the owner",
                        "another student",
                        "an assistant",
                        "an instructor",
                        "the administrator",
                        "an instructor's submitting token",
                        "an instructor's teaching token");
            case STAFF, OWNER_STAFF ->
                Set.of(
                        "an assistant",
                        "an instructor",
                        "the administrator",
                        "an instructor's reading token",
                        "an instructor's submitting token",
                        "an instructor's teaching token");
            case STAFF_CHANGES, OWNER_STAFF_CHANGES ->
                Set.of("an assistant", "an instructor", "the administrator", "an instructor's teaching token");
            case INSTRUCTOR -> Set.of("an instructor", "the administrator", "an instructor's teaching token");
            case OWNER_HANDS_IN ->
                Set.of(
                        "the owner",
                        "an assistant",
                        "an instructor",
                        "the administrator",
                        "an instructor's submitting token",
                        "an instructor's teaching token");
            case OWNER ->
                Set.of(
                        "the owner",
                        "an assistant",
                        "an instructor",
                        "the administrator",
                        "an instructor's reading token",
                        "an instructor's submitting token",
                        "an instructor's teaching token");
            case ADMIN -> Set.of("the administrator");
        };
    }

    private static Set<String> with(Set<String> all, String... more) {
        List<String> both = new ArrayList<>(all);
        both.addAll(List.of(more));
        return Set.copyOf(both);
    }

    @TestFactory
    List<DynamicTest> every_route_as_everybody() {
        List<DynamicTest> tests = new ArrayList<>();
        Map<String, String> callers = callers();
        for (Route route : site.server().routes()) {
            callers.forEach((name, token) -> tests.add(DynamicTest.dynamicTest(
                    route.method().name() + " " + route.path() + " as " + name, () -> check(route, name, token))));
        }
        return tests;
    }

    private void check(Route route, String name, String token) throws Exception {
        if (route.path().endsWith("/events") && admitted(route.access()).contains(name)) {
            return; // stays open until the submission is graded, which is tested elsewhere
        }
        HttpResponse<String> answer = call(route, token);
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        if (route.access() == Access.EXTERNAL) {
            // Nobody of ours is anybody there: what counts is a signature, and there is none.
            assertThat(answer.statusCode())
                    .as(answer.body())
                    .isBetween(200, 499)
                    .isNotEqualTo(202);
            return;
        }
        boolean passed = admitted(route.access()).contains(name);
        if (passed) {
            // Without a body that makes sense, but past the guard.
            assertThat(answer.statusCode()).as(answer.body()).isNotIn(403).isLessThan(500);
            assertThat(route.path().contains("sign-in") || answer.statusCode() != 401)
                    .isTrue();
        } else {
            assertThat(answer.statusCode()).as(answer.body()).isIn(REFUSED);
            assertThat(answer.body()).doesNotContain("ada").doesNotContain("Neural");
        }
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                // A platform shows its launches in a frame of its own.
                .contains(route.path().startsWith("/lti/") ? "frame-ancestors" : "frame-ancestors 'none'");
    }

    private HttpResponse<String> call(Route route, String token) throws Exception {
        String path = route.path()
                .replace("{course}", "nn")
                .replace("{assignment}", "hw")
                .replace("{submission}", submission)
                .replace("{person}", route.access() == Access.STAFF ? "bob" : "nobody-of-that-name")
                .replace("{token}", "00000000-0000-7000-8000-000000000000")
                .replace("{code}", "0123456789abcdef")
                .replace("{source}", "0123456789abcdef")
                .replace("{delivery}", "0123456789abcdef")
                .replace("{receiver}", "0123456789abcdef")
                .replace("{grading}", "00000000-0000-7000-8000-000000000000")
                .replace("{pair}", "1")
                .replace("{comparison}", "00000000-0000-7000-8000-000000000000")
                .replace("{regrade}", "00000000-0000-7000-8000-000000000000");
        HttpRequest.Builder request = site.request(path)
                .header("Origin", site.server().address())
                .timeout(Duration.ofSeconds(30))
                .method(route.method().name(), HttpRequest.BodyPublishers.ofString(""));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return site.send(request.build());
    }

    @Test
    void what_is_not_yours_looks_like_what_is_not_there() throws Exception {
        String bob = site.token("bob", Scope.ADMIN);

        HttpResponse<String> notYours = site.get(bob, "/api/v1/submissions/" + submission);
        HttpResponse<String> notThere = site.get(bob, "/api/v1/submissions/00000000-0000-7000-8000-000000000000");
        HttpResponse<String> noRoute = site.get(bob, "/api/v1/nothing");

        assertThat(notYours.statusCode()).isEqualTo(404);
        assertThat(notYours.body()).isEqualTo(notThere.body()).isEqualTo(noRoute.body());
    }

    @Test
    void ways_around_the_path_lead_nowhere() throws Exception {
        for (String path : List.of(
                "//api/v1/queue",
                "/api/v1/queue;jsessionid=1",
                "/api/v1%2fqueue",
                "/api/v1/queue.",
                "/api/v1/./queue",
                "/api/v1/x/..%2fqueue",
                "/queue/")) {
            HttpResponse<String> answer = site.send(site.request(path).build());
            assertThat(answer.statusCode()).as(path).isIn(400, 401, 403, 404);
        }
        HttpResponse<String> override = site.send(site.request("/api/v1/queue")
                .header("X-HTTP-Method-Override", "GET")
                .header("Origin", site.server().address())
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
        assertThat(override.statusCode()).isEqualTo(400);
    }
}
