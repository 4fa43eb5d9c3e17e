package assay.golden.draw;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** SHA-256 over bytes. */
final class Sha256 {
    private Sha256() {}

    static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    static byte[] digest(byte[] bytes) {
        return start().digest(bytes);
    }

    /** Texts one after the other, each after its length in bytes, so that different lists give different bytes. */
    static byte[] join(List<String> fields) {
        List<byte[]> encoded = fields.stream()
                .map(field -> field.getBytes(StandardCharsets.UTF_8))
                .toList();
        int size =
                encoded.stream().mapToInt(field -> Integer.BYTES + field.length).sum();
        ByteBuffer joined = ByteBuffer.allocate(size);
        encoded.forEach(field -> joined.putInt(field.length).put(field));
        return joined.array();
    }
}
