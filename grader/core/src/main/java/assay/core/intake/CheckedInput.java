package assay.core.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** Ends with a refusal where a zip's file is not as long as it claims, or does not have its check sum. */
final class CheckedInput extends FilterInputStream {
    private final CRC32 sum = new CRC32();
    private final long size;
    private final long expected;
    private long count;

    CheckedInput(InputStream in, long size, long expected) {
        super(in);
        this.size = size;
        this.expected = expected;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int got = super.read(bytes, offset, length);
        if (got > 0) {
            sum.update(bytes, offset, got);
            count += got;
        }
        boolean wrong = got < 0 && (count != size || sum.getValue() != expected);
        if (count > size || wrong) {
            throw new Refusal("A file in the zip is damaged: its size or its check sum is wrong.");
        }
        return got;
    }
}
