package assay.core.intake;

import assay.core.domain.DataSize;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends a stream that gives more than it may: in all, and within one stretch of headers. */
final class MeteredInput extends FilterInputStream {
    private final DataSize most;
    private long left;
    private long headersLeft = Long.MAX_VALUE;

    MeteredInput(InputStream in, DataSize most) {
        super(in);
        this.most = most;
        this.left = most.bytes();
    }

    /** What follows is kept in memory by the library, names and attributes without a limit of its own. */
    void expectHeaders(DataSize size) {
        headersLeft = size.bytes();
    }

    void expectContent() {
        headersLeft = Long.MAX_VALUE;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            count(1);
        }
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        count(Math.max(count, 0));
        return count;
    }

    /** Reads instead, so that what is skipped is counted as well. */
    @Override
    public long skip(long count) throws IOException {
        return readNBytes(Math.clamp(count, 0, 8192)).length;
    }

    private void count(int bytes) throws Refusal {
        left -= bytes;
        headersLeft -= bytes;
        if (left < 0) {
            throw new Refusal("The archive is larger than " + most + " when it is unpacked.");
        }
        if (headersLeft < 0) {
            throw new Refusal("The archive holds a name or a header that is far too long.");
        }
    }
}
