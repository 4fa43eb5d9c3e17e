package assay.server.secret;

import assay.core.domain.Digests;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/** Tokens of 32 random bytes. What is stored is their SHA-256, which is enough for what nobody can guess. */
public final class Tokens {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final String PREFIX = "assay_";
    private static final int LONGEST = 200;

    private Tokens() {}

    /** A new one; the prefix lets scanners of repositories find one that was published by mistake. */
    public static String draw() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public static String hash(String token) {
        String capped = token.length() > LONGEST ? token.substring(0, LONGEST) : token;
        return Digests.of(capped.getBytes(StandardCharsets.UTF_8));
    }
}
