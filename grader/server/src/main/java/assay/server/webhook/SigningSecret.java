package assay.server.webhook;

import java.security.SecureRandom;
import java.util.Base64;

/** A secret shared with one other system: never empty, and never shown in a log. */
public final class SigningSecret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PREFIX = "whsec_";
    private static final int DRAWN = 32;
    private static final int SHORTEST = 16;
    private static final int LONGEST = 256;

    private final byte[] bytes;

    private SigningSecret(byte[] bytes) {
        if (bytes.length < SHORTEST || bytes.length > LONGEST) {
            throw new IllegalArgumentException("a signing secret has %d to %d bytes".formatted(SHORTEST, LONGEST));
        }
        this.bytes = bytes;
    }

    public static SigningSecret of(byte[] bytes) {
        return new SigningSecret(bytes.clone());
    }

    public static SigningSecret draw() {
        byte[] bytes = new byte[DRAWN];
        RANDOM.nextBytes(bytes);
        return new SigningSecret(bytes);
    }

    /**
     * Of the form in which Standard Webhooks writes it, the prefix being optional.
     *
     * @throws IllegalArgumentException if it is not Base64, or too short to be a secret
     */
    public static SigningSecret parse(String text) {
        String base64 = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
        return new SigningSecret(Base64.getDecoder().decode(base64));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** To be shown once, to whoever has to know it. */
    public String reveal() {
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "a signing secret of " + bytes.length + " bytes";
    }
}
