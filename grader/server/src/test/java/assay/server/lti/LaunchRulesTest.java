package assay.server.lti;

import static org.assertj.core.api.Assertions.assertThat;

import assay.server.store.Role;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** H08 and the launches of 1EdTech's certification, which have these names. */
class LaunchRulesTest {
    private static final String ISSUER = "https://lms.example";
    private static final Registration REGISTRATION = new Registration(
            "r1",
            ISSUER,
            "client-1",
            URI.create("https://lms.example/auth"),
            URI.create("https://lms.example/token"),
            URI.create("https://lms.example/keys"),
            "https://lms.example/token",
            "moodle",
            true);

    private static Launch judge(Map<String, Object> claims) {
        return rules(REGISTRATION).judge(Claims.JSON.writeValueAsString(claims));
    }

    private static LaunchRules rules(Registration registration) {
        return new LaunchRules(registration, List.of("1", "2"), "n-1", Tokens.TOOL, Tokens.NOW);
    }

    private static Map<String, Object> launch() {
        return Tokens.launch(ISSUER, "client-1", "1", "n-1", Tokens.NOW);
    }

    private static Arguments with(String name, Consumer<Map<String, Object>> change) {
        return Arguments.of(name, change);
    }

    private static Arguments set(String name, String claim, Object value) {
        return with(name, claims -> claims.put(claim, value));
    }

    private static Arguments without(String name, String claim) {
        return with(name, claims -> claims.remove(claim));
    }

    static Stream<Arguments> bad() {
        long now = Tokens.NOW.getEpochSecond();
        return Stream.of(
                set("another platform's", "iss", "https://evil.example"),
                set("issuer with a slash", "iss", ISSUER + "/"),
                set("another registration of the same issuer", "aud", "client-2"),
                set("audiences without azp", "aud", List.of("client-1", "other")),
                with("azp of another", claims -> {
                    claims.put("aud", List.of("client-1", "other"));
                    claims.put("azp", "other");
                }),
                set("azp of another, one audience", "azp", "other"),
                set("nonce of another login", "nonce", "n-2"),
                without("no nonce", "nonce"),
                set("Exp and Iat Fields invalid: expired", "exp", now - 301),
                set("exp as a text", "exp", "" + (now + 60)),
                set("exp as a fraction", "exp", now + 60.5),
                set("exp beyond all numbers", "exp", 1e300),
                without("no exp", "exp"),
                without("no iat", "iat"),
                set("iat in the future", "iat", now + 301),
                set("iat of yesterday", "iat", now - 86_400),
                set("negative exp", "exp", -1),
                set("LTI version passed is not 1.3", Lti.CLAIM + "version", "11.3"),
                without("No LTI Version Passed in JWT", Lti.CLAIM + "version"),
                without("deployment_id Claim Missing", Lti.CLAIM + "deployment_id"),
                set("unknown deployment", Lti.CLAIM + "deployment_id", "3"),
                set("deployment as a number", Lti.CLAIM + "deployment_id", 1),
                set("deployment too long", Lti.CLAIM + "deployment_id", "1".repeat(256)),
                without("message_type Claim Missing", Lti.CLAIM + "message_type"),
                set("message of another kind", Lti.CLAIM + "message_type", "LtiSubmissionReviewRequest"),
                without("role Claim Missing", Lti.CLAIM + "roles"),
                without("user Claim Missing", "sub"),
                set("sub with a space", "sub", "a b"),
                set("sub too long", "sub", "x".repeat(256)),
                without("Launch With Missing resource_link_id", Lti.CLAIM + "resource_link"),
                set("target on another host", Lti.CLAIM + "target_link_uri", "https://evil.example/lti/launch"),
                set("target on a look-alike", Lti.CLAIM + "target_link_uri", "https://assay.example.evil.example/"),
                set("target with a user", Lti.CLAIM + "target_link_uri", "https://assay.example@evil.example/"),
                set("target as a script", Lti.CLAIM + "target_link_uri", "javascript:alert(1)"),
                set(
                        "Canvas's test student",
                        Lti.CLAIM + "roles",
                        List.of("http://purl.imsglobal.org/vocab/lti/system/person#TestUser", Tokens.LEARNER)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void a_bad_token_is_refused(String name, Consumer<Map<String, Object>> change) {
        Map<String, Object> claims = launch();
        change.accept(claims);
        assertThat(judge(claims)).isInstanceOf(Launch.Refused.class);
    }

    static Stream<Arguments> good() {
        return Stream.of(
                with("full message", claims -> {}),
                with("No PII", claims -> {
                    claims.remove("name");
                    claims.remove("email");
                }),
                without("Only Names", "email"),
                without("Only Email", "name"),
                without("No Context", Lti.CLAIM + "context"),
                set("With No Role", Lti.CLAIM + "roles", List.of()),
                set("Short Role", Lti.CLAIM + "roles", List.of("Learner")),
                set("Unknown Role", Lti.CLAIM + "roles", List.of("http://x/uknown#Helper")),
                set("Multiple Role Values", Lti.CLAIM + "roles", List.of(Tokens.LEARNER, Tokens.INSTRUCTOR)),
                set("one audience in a list", "aud", List.of("client-1")),
                with("several audiences with azp", claims -> {
                    claims.put("aud", List.of("client-1", "other"));
                    claims.put("azp", "client-1");
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    void a_good_token_is_taken(String name, Consumer<Map<String, Object>> change) {
        Map<String, Object> claims = launch();
        change.accept(claims);
        assertThat(judge(claims)).isInstanceOf(Launch.Opened.class);
    }

    @Test
    void a_registration_that_nobody_agreed_to_launches_nothing() {
        Registration waiting = new Registration(
                "r1",
                ISSUER,
                "client-1",
                REGISTRATION.login(),
                REGISTRATION.token(),
                REGISTRATION.keys(),
                "x",
                "",
                false);
        assertThat(rules(waiting).judge(Claims.JSON.writeValueAsString(launch())))
                .isInstanceOf(Launch.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({"''", "[]", "{", "'{\"sub\":\"a\",\"sub\":\"b\"}'"})
    void claims_that_are_no_object_or_stand_there_twice_are_refused(String json) {
        assertThat(rules(REGISTRATION).judge(json)).isInstanceOf(Launch.Refused.class);
        String deep = "{\"a\":" + "[".repeat(500) + "]".repeat(500) + "}";
        assertThat(rules(REGISTRATION).judge(deep)).isInstanceOf(Launch.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "https://lms.example/return, true",
        "https://evil.example/return, false",
        "https://lms.example.evil.example/, false",
        "https://lms.example:444/return, false",
        "http://lms.example/return, false",
        "javascript:alert(1), false",
        "https://lms.example@evil.example/, false",
        "//lms.example/, false",
    })
    void a_choice_goes_back_to_the_platform_alone(String returnTo, boolean taken) {
        Launch launch = judge(Tokens.deepLink(ISSUER, "client-1", "1", "n-1", Tokens.NOW, returnTo));
        assertThat(launch instanceof Launch.Choosing).isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({
        "http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor, INSTRUCTOR",
        "http://purl.imsglobal.org/vocab/lis/v2/membership/Instructor#TeachingAssistant, ASSISTANT",
        "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner, STUDENT",
        "Instructor, INSTRUCTOR",
        "Learner, STUDENT",
        "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Instructor, ",
        "http://purl.imsglobal.org/vocab/lis/v2/system/person#Administrator, ",
        "http://evil.example/membership#Instructor, ",
        "Owner, ",
    })
    void only_roles_in_the_course_count(String uri, Role role) {
        assertThat(PlatformRole.of(List.of(uri)).orElse(null)).isEqualTo(role);
        assertThat(PlatformRole.of(List.of(Tokens.INSTRUCTOR, Tokens.ASSISTANT)))
                .contains(Role.ASSISTANT);
    }

    @Test
    void what_a_link_says_of_itself_is_only_text() {
        Map<String, Object> claims = launch();
        claims.put(Lti.CLAIM + "custom", Map.of("role", "Instructor", "assignment", "hw4", "n", 5));
        assertThat(judge(claims)).isInstanceOfSatisfying(Launch.Opened.class, opened -> {
            assertThat(opened.person().custom()).containsOnlyKeys("role", "assignment");
            assertThat(PlatformRole.of(opened.person().roles())).contains(Role.STUDENT);
        });
    }
}
