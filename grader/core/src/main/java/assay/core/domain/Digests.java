package assay.core.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 in lower-case hexadecimal. */
public final class Digests {
    private Digests() {}

    /** The digest of those bytes alone, as {@code sha256sum} prints it. */
    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    /**
     * One digest over several fields. Each is preceded by its length in bytes (as UTF-8), so that {@code "ab", "c"} and
     * {@code "a", "bc"} differ.
     */
    public static String ofFields(List<String> fields) {
        MessageDigest digest = sha256();
        for (String field : fields) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** As {@link #ofFields(List)}. */
    public static String ofFields(String... fields) {
        return ofFields(List.of(fields));
    }

    /** The digest of what is left of a stream, which is neither held in memory nor closed. */
    public static String of(InputStream in) throws IOException {
        DigestInputStream counted = new DigestInputStream(in, sha256());
        counted.transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(counted.getMessageDigest().digest());
    }

    /** A new one, that has seen nothing yet. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
