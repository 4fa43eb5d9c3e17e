package assay.golden.draw;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/** 256 bits from which a case is drawn. */
public final class CaseSeed {
    private static final int BYTES = 32;

    private final byte[] bytes;

    /** @param bytes 32 of them; copied */
    CaseSeed(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a seed has " + BYTES + " bytes, not " + bytes.length);
        }
        this.bytes = bytes.clone();
    }

    /** The seed itself, in hexadecimal: not to be shown where the case is hidden. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /** SHA-256 of the seed, in hexadecimal: tells seeds apart and gives nothing away. */
    public String fingerprint() {
        return HexFormat.of().formatHex(Sha256.digest(bytes));
    }

    /** Each argument has a generator of its own, so that a change of one changes no other. */
    RandomGenerator generator(int argument) {
        MessageDigest digest = Sha256.start();
        digest.update(bytes);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(argument).array());
        int[] words = new int[BYTES / Integer.BYTES];
        ByteBuffer.wrap(digest.digest()).asIntBuffer().get(words);
        return new Well19937c(words);
    }
}
