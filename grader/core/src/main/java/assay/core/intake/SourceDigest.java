package assay.core.intake;

import assay.core.domain.SourceFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over paths and texts in order, each behind its length, so that no two lists give the same bytes. */
final class SourceDigest {
    private SourceDigest() {}

    static String of(List<SourceFile> sources) {
        MessageDigest digest = sha256();
        for (SourceFile source : sources) {
            update(digest, source.path().getBytes(StandardCharsets.UTF_8));
            update(digest, source.bytes());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
