package assay.server.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Web Token that another system signed with RS256, and with nothing else. The header says which key, and has no
 * say in anything beyond: not in the algorithm, not in where keys are.
 */
public final class SignedToken {
    private static final Pattern COMPACT = Pattern.compile("([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)");
    private static final int LONGEST = 128 << 10;
    private static final int LONGEST_HEADER = 4 << 10;
    private static final int LONGEST_KEY_ID = 256;
    /** With another type it is meant for somebody else, such as a token of our own. */
    private static final Set<String> TYPES = Set.of("JWT", "jwt");

    private SignedToken() {}

    /** What came of opening one. */
    public sealed interface Result {
        /** @param claims the payload, JSON as it was signed */
        record Opened(String claims) implements Result {}

        /** @param reason for our log */
        record Refused(String reason) implements Result {}
    }

    /** @param keys by key id; asked only for a token that is worth it */
    public static Result open(String token, Function<String, Optional<RSAKey>> keys) {
        if (token.length() > LONGEST || !COMPACT.matcher(token).matches()) {
            return new Result.Refused("not a signed token, or too long");
        }
        String[] parts = token.split("\\.");
        JWSHeader header;
        try {
            if (parts[0].length() > LONGEST_HEADER) {
                return new Result.Refused("its header is too long");
            }
            header = JWSHeader.parse(new Base64URL(parts[0]));
        } catch (ParseException | IllegalArgumentException e) {
            return new Result.Refused("its header is malformed, or it is not signed");
        }
        Optional<String> wrong = wrong(header);
        if (wrong.isPresent()) {
            return new Result.Refused(wrong.get());
        }
        Optional<RSAKey> key = keys.apply(header.getKeyID());
        if (key.isEmpty()) {
            return new Result.Refused("its key is not known");
        }
        return isSigned(header, parts, key.get())
                ? new Result.Opened(new String(new Base64URL(parts[1]).decode(), StandardCharsets.UTF_8))
                : new Result.Refused("its signature is wrong");
    }

    private static Optional<String> wrong(JWSHeader header) {
        if (!JWSAlgorithm.RS256.equals(header.getAlgorithm())) {
            return Optional.of("its algorithm is not RS256");
        }
        if (header.getJWK() != null || header.getJWKURL() != null || header.getX509CertURL() != null) {
            return Optional.of("it brings its own key");
        }
        if (header.getCriticalParams() != null || !header.isBase64URLEncodePayload()) {
            return Optional.of("it demands an extension");
        }
        if (!isType(header.getType())) {
            return Optional.of("it is a token of another type");
        }
        String keyId = header.getKeyID();
        return keyId == null || keyId.isBlank() || keyId.length() > LONGEST_KEY_ID
                ? Optional.of("it does not say which key signed it")
                : Optional.empty();
    }

    private static boolean isType(@Nullable JOSEObjectType type) {
        return type == null || TYPES.contains(type.getType());
    }

    private static boolean isSigned(JWSHeader header, String[] parts, RSAKey key) {
        try {
            byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
            return new RSASSAVerifier(key).verify(header, signed, new Base64URL(parts[2]));
        } catch (JOSEException e) {
            return false;
        }
    }
}
