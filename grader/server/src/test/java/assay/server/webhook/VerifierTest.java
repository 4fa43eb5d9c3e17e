package assay.server.webhook;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** H05. The first vector's id, secret and body are those of Standard Webhooks' own tests. */
class VerifierTest {
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String SECRET = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String BODY = "{\"test\": 2432232314}";
    private static final long AT = 1_614_265_330;
    /** By openssl dgst -sha256 -hmac, over id.timestamp.body. */
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(AT));

    private static Verifier standard() {
        return new StandardWebhookVerifier(List.of(SigningSecret.parse("whsec_" + SECRET)), CLOCK);
    }

    private static Map<String, List<String>> headers(String id, String at, String signature) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("Webhook-Id", List.of(id));
        headers.put("webhook-timestamp", List.of(at));
        headers.put("WEBHOOK-SIGNATURE", List.of(signature));
        return headers;
    }

    private static Verdict judge(Map<String, List<String>> headers, String body) {
        return standard().verify(new Incoming(headers, body.getBytes(StandardCharsets.UTF_8)));
    }

    private static void assertRefused(Verdict verdict, Refusal refusal) {
        assertThat(verdict).isEqualTo(new Verdict.Refused(refusal));
    }

    @Test
    void a_request_as_the_specification_has_it_is_genuine() {
        assertThat(judge(headers(ID, "" + AT, SIGNATURE), BODY))
                .isInstanceOfSatisfying(Verdict.Genuine.class, event -> {
                    assertThat(event.replayKey()).isEqualTo(ID);
                    assertThat(event.payload()).asString(StandardCharsets.UTF_8).isEqualTo(BODY);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1,AAAA %s", "v2,x %s", "v1a,AAAA %s v1,", "%s v1,!!!"})
    void one_right_signature_among_others_is_enough(String list) {
        assertThat(judge(headers(ID, "" + AT, list.formatted(SIGNATURE)), BODY)).isInstanceOf(Verdict.Genuine.class);
    }

    @ParameterizedTest
    @CsvSource({
        "v1, WRONG_SIGNATURE",
        "'v1,', WRONG_SIGNATURE",
        "'v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=', WRONG_SIGNATURE",
        "'V1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=', WRONG_SIGNATURE",
        "'v1,h0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=', WRONG_SIGNATURE",
        "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=, WRONG_SIGNATURE",
        "'', MISSING_HEADER",
        "a b c d e f g h i j k l, MALFORMED",
    })
    void a_wrong_signature_is_refused(String signature, Refusal refusal) {
        assertRefused(judge(headers(ID, "" + AT, signature), BODY), refusal);
    }

    @ParameterizedTest
    @CsvSource({"-301, TOO_OLD", "301, FROM_THE_FUTURE", "-100000000, TOO_OLD"})
    void a_time_too_far_away_is_refused_though_it_is_signed(long seconds, Refusal refusal) {
        EndpointSecrets ours = EndpointSecrets.of(SigningSecret.parse(SECRET));
        Instant at = Instant.ofEpochSecond(AT + seconds);
        String signature = ours.sign(ID, at, BODY.getBytes(StandardCharsets.UTF_8));
        assertRefused(judge(headers(ID, "" + at.getEpochSecond(), signature), BODY), refusal);
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, -1, 0, 300})
    void five_minutes_either_way_are_fine(long seconds) {
        Instant at = Instant.ofEpochSecond(AT + seconds);
        String signature =
                EndpointSecrets.of(SigningSecret.parse(SECRET)).sign(ID, at, BODY.getBytes(StandardCharsets.UTF_8));
        assertThat(judge(headers(ID, "" + at.getEpochSecond(), signature), BODY))
                .isInstanceOf(Verdict.Genuine.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e9", "-1", "+1614265330", "1614265330.0", "0x6037bcb2", " 1614265330", "99999999999999"})
    void a_time_that_is_none_is_refused(String at) {
        assertRefused(judge(headers(ID, at, SIGNATURE), BODY), Refusal.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Webhook-Id", "webhook-timestamp", "WEBHOOK-SIGNATURE"})
    void a_header_that_is_missing_or_there_twice_is_refused(String name) {
        Map<String, List<String>> headers = headers(ID, "" + AT, SIGNATURE);
        List<String> value = requireNonNull(headers.remove(name));
        assertRefused(judge(headers, BODY), Refusal.MISSING_HEADER);
        headers.put(name, List.of(value.getFirst(), value.getFirst()));
        assertRefused(judge(headers, BODY), Refusal.REPEATED_HEADER);
    }

    /** One signature must not mean two requests: the dot is what parts them. */
    @Test
    void an_id_with_a_dot_is_refused() {
        assertRefused(judge(headers(ID + "." + AT, "" + AT, SIGNATURE), BODY), Refusal.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"test\":2432232314}", "{\"test\": 2432232314} ", "{\"test\": 2432232315}", ""})
    void the_bytes_are_what_is_signed(String body) {
        assertRefused(judge(headers(ID, "" + AT, SIGNATURE), body), Refusal.WRONG_SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"x\"", "{\"a\":1,\"a\":2}", "{", "{\"a\":NaN}"})
    void what_is_signed_and_no_object_is_refused(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String signature = EndpointSecrets.of(SigningSecret.parse(SECRET)).sign(ID, CLOCK.instant(), bytes);
        assertRefused(judge(headers(ID, "" + AT, signature), body), Refusal.MALFORMED);
    }

    @Test
    void a_body_in_other_letters_than_ascii_is_signed_by_its_bytes() {
        String body = "{\"type\":\"größe.✓\"}";
        String signature = EndpointSecrets.of(SigningSecret.parse(SECRET))
                .sign(ID, CLOCK.instant(), body.getBytes(StandardCharsets.UTF_8));
        assertThat(judge(headers(ID, "" + AT, signature), body))
                .isInstanceOfSatisfying(
                        Verdict.Genuine.class, event -> assertThat(event.type()).isEqualTo("größe.✓"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_", "whsec_c2hvcnQ=", "not base64!"})
    void a_secret_that_is_none_is_never_one(String secret) {
        assertThatThrownBy(() -> SigningSecret.parse(secret)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void for_a_day_after_a_rotation_both_secrets_sign() {
        SigningSecret old = SigningSecret.parse(SECRET);
        Instant now = Instant.ofEpochSecond(AT);
        EndpointSecrets rotated = EndpointSecrets.of(old).rotated(SigningSecret.draw(), now);
        byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
        assertThat(rotated.sign(ID, now, body).split(" ")).hasSize(2).contains(SIGNATURE);
        assertThat(rotated.sign(ID, now.plusSeconds(86_400), body).split(" ")).hasSize(1);
    }

    private static byte[] hmac(byte[]... parts) {
        return Hmac.sign(SigningSecret.parse(SECRET).bytes(), parts);
    }

    @Test
    void the_plain_kind_signs_time_and_body() {
        String body = "{\"id\":\"e1\",\"type\":\"submission.created\"}";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String signature =
                "sha256=" + HexFormat.of().formatHex(hmac((AT + ".").getBytes(StandardCharsets.UTF_8), bytes));
        Verifier verifier = new SignedVerifier(List.of(SigningSecret.parse(SECRET)), CLOCK);
        Map<String, List<String>> headers =
                Map.of("Assay-Timestamp", List.of("" + AT), "Assay-Signature", List.of(signature));
        assertThat(verifier.verify(new Incoming(headers, bytes)))
                .isInstanceOfSatisfying(
                        Verdict.Genuine.class,
                        event -> assertThat(event.replayKey()).isEqualTo("e1"));
        Map<String, List<String>> other =
                Map.of("Assay-Timestamp", List.of("" + (AT + 1)), "Assay-Signature", List.of(signature));
        assertRefused(verifier.verify(new Incoming(other, bytes)), Refusal.WRONG_SIGNATURE);
    }

    @Test
    void github_signs_the_body_alone_so_that_the_body_is_what_comes_twice() {
        String push = "{\"ref\":\"refs/heads/main\",\"after\":\"%s\",\"repository\":{\"full_name\":\"a/b\"}}"
                .formatted("a1".repeat(20));
        byte[] body = push.getBytes(StandardCharsets.UTF_8);
        Verifier verifier = new GithubVerifier(List.of(SigningSecret.parse(SECRET)));
        String signature = "sha256=" + HexFormat.of().formatHex(hmac(body));
        Verdict first = verifier.verify(github("push", signature, "1", body));
        Verdict second = verifier.verify(github("push", signature, "2", body));
        assertThat(first).isInstanceOf(Verdict.Genuine.class);
        assertThat(((Verdict.Genuine) second).replayKey()).isEqualTo(((Verdict.Genuine) first).replayKey());
        assertThat(verifier.verify(github("ping", signature, "3", body))).isEqualTo(new Verdict.Greeting("ping"));
        assertRefused(verifier.verify(github("push", "sha256=" + "0".repeat(64), "4", body)), Refusal.WRONG_SIGNATURE);
        assertRefused(verifier.verify(github("push", "sha1=abc", "5", body)), Refusal.MALFORMED);
        byte[] other = "{\"zen\":\"x\"}".getBytes(StandardCharsets.UTF_8);
        String signed = "sha256=" + HexFormat.of().formatHex(hmac(other));
        assertRefused(verifier.verify(github("push", signed, "6", other)), Refusal.MALFORMED);
    }

    private static Incoming github(String event, String signature, String delivery, byte[] body) {
        return new Incoming(
                Map.of(
                        "X-GitHub-Event", List.of(event),
                        "X-Hub-Signature-256", List.of(signature),
                        "X-GitHub-Delivery", List.of(delivery)),
                body);
    }
}
