package assay.server.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** H07: what a header says about itself is not believed. */
class SignedTokenTest {
    private static final String CLAIMS = "{\"sub\":\"ada\"}";

    @SuppressWarnings("NullAway.Init")
    private static RSAKey key;

    @BeforeAll
    static void a_key() throws JOSEException {
        key = new RSAKeyGenerator(2048).keyID("k1").generate();
    }

    private static String signed(JWSHeader header, JWSSigner signer) throws JOSEException {
        JWSObject token = new JWSObject(header, new Payload(CLAIMS));
        token.sign(signer);
        return token.serialize();
    }

    private static JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").type(JOSEObjectType.JWT);
    }

    private static SignedToken.Result open(String token) {
        return SignedToken.open(token, keyId -> keyId.equals("k1") ? Optional.of(key.toPublicJWK()) : Optional.empty());
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(String token, String reason) {
        assertThat(open(token))
                .isInstanceOfSatisfying(
                        SignedToken.Result.Refused.class,
                        refused -> assertThat(refused.reason()).contains(reason));
    }

    @Test
    void a_token_of_a_known_key_is_opened() throws JOSEException {
        assertThat(open(signed(header().build(), new RSASSASigner(key))))
                .isEqualTo(new SignedToken.Result.Opened(CLAIMS));
        assertThat(open(signed(header().type(null).build(), new RSASSASigner(key))))
                .isInstanceOf(SignedToken.Result.Opened.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "nOnE", "HS256", "PBES2-HS256+A128KW", "rs256", ""})
    void another_algorithm_is_refused_before_anything_is_computed(String algorithm) {
        String header = base64("{\"alg\":\"" + algorithm + "\",\"kid\":\"k1\",\"p2c\":1000000000}");
        AtomicInteger asked = new AtomicInteger();
        SignedToken.Result result = SignedToken.open(header + "." + base64(CLAIMS) + ".AAAA", keyId -> {
            asked.incrementAndGet();
            return Optional.empty();
        });
        assertThat(result).isInstanceOf(SignedToken.Result.Refused.class);
        assertThat(asked).hasValue(0);
    }

    @Test
    void the_public_key_is_no_secret_to_sign_with() throws Exception {
        byte[] published = key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
        String token =
                signed(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build(), new MACSigner(published));
        assertRefused(token, "not RS256");
        String forged = signed(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build(),
                new MACSigner(key.toRSAPublicKey().getEncoded()));
        assertRefused(forged, "not RS256");
    }

    @Test
    void another_rsa_algorithm_is_refused_as_well() throws JOSEException {
        for (JWSAlgorithm other : new JWSAlgorithm[] {JWSAlgorithm.RS512, JWSAlgorithm.PS256, JWSAlgorithm.RS384}) {
            assertRefused(signed(new JWSHeader.Builder(other).keyID("k1").build(), new RSASSASigner(key)), "not RS256");
        }
    }

    @Test
    void a_token_that_brings_its_key_is_refused() throws JOSEException {
        RSAKey own = new RSAKeyGenerator(2048).keyID("k1").generate();
        RSASSASigner signer = new RSASSASigner(own);
        assertRefused(signed(header().jwk(own.toPublicJWK()).build(), signer), "its own key");
        assertRefused(
                signed(header().jwkURL(URI.create("https://evil.example/jwks")).build(), signer), "its own key");
        assertRefused(
                signed(
                        header().x509CertURL(URI.create("https://evil.example/x"))
                                .build(),
                        signer),
                "its own key");
        assertRefused(signed(header().build(), signer), "signature is wrong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "' or 1=1 --", "unknown"})
    void a_key_id_is_looked_up_and_nothing_else(String keyId) throws JOSEException {
        assertRefused(signed(header().keyID(keyId).build(), new RSASSASigner(key)), "key is not known");
    }

    @Test
    void a_token_without_a_key_id_of_another_type_or_with_demands_is_refused() throws JOSEException {
        RSASSASigner signer = new RSASSASigner(key);
        assertRefused(signed(header().keyID(null).build(), signer), "which key");
        assertRefused(signed(header().keyID("k".repeat(300)).build(), signer), "which key");
        assertRefused(signed(header().type(new JOSEObjectType("at+jwt")).build(), signer), "another type");
        assertRefused(
                signed(
                        header().base64URLEncodePayload(false)
                                .criticalParams(Set.of("b64"))
                                .build(),
                        signer),
                "");
        String critical = base64("{\"alg\":\"RS256\",\"kid\":\"k1\",\"crit\":[\"x\"],\"x\":1}");
        assertRefused(critical + "." + base64(CLAIMS) + ".AAAA", "extension");
    }

    @Test
    void what_was_changed_after_signing_is_refused() throws JOSEException {
        String token = signed(header().build(), new RSASSASigner(key));
        String[] parts = token.split("\\.");
        assertRefused(parts[0] + "." + base64("{\"sub\":\"eve\"}") + "." + parts[2], "signature is wrong");
        assertRefused(
                base64("{\"alg\":\"RS256\",\"kid\":\"k1\"}") + "." + parts[1] + "." + parts[2], "signature is wrong");
        assertRefused(parts[0] + "." + parts[1] + "." + base64("x"), "signature is wrong");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a.b",
                "a.b.c.d.e",
                "....",
                "a b.c.d",
                "a.b.",
                "eyJhbGciOiJSUzI1NiJ9..x",
                "=.=.=",
                "é.é.é"
            })
    void what_is_no_token_is_refused(String token) {
        assertThat(open(token)).isInstanceOf(SignedToken.Result.Refused.class);
    }

    @Test
    void size_and_depth_are_capped() {
        assertRefused("a".repeat(1 << 20) + ".b.c", "too long");
        String deep = base64("{\"alg\":\"RS256\",\"x\":" + "[".repeat(2000) + "]".repeat(2000) + "}");
        assertThat(open(deep + ".b.c")).isInstanceOf(SignedToken.Result.Refused.class);
    }
}
