package assay.runner.channel;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Outlives the {@code PrintStream}s around it, which a student's code may close. */
final class Unclosable extends FilterOutputStream {
    private volatile boolean closed;

    Unclosable(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    /** Whether somebody tried. */
    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        out.flush();
    }
}
