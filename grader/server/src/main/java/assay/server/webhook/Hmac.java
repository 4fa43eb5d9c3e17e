package assay.server.webhook;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC with SHA-256. */
final class Hmac {
    private static final String NAME = "HmacSHA256";

    private Hmac() {}

    static byte[] sign(byte[] secret, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(NAME);
            mac.init(new SecretKeySpec(secret, NAME));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java platform has " + NAME, e);
        }
    }

    /** Whether one of the signatures is of one of the secrets. It takes as long whichever it is, or if none is. */
    static boolean matches(List<SigningSecret> secrets, List<byte[]> signatures, byte[]... parts) {
        boolean found = false;
        for (SigningSecret secret : secrets) {
            byte[] expected = sign(secret.bytes(), parts);
            for (byte[] signature : signatures) {
                found |= MessageDigest.isEqual(expected, signature);
            }
        }
        return found;
    }
}
