package assay.sandbox.docker;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What docker-java's own thread sends to a container. A container may go away before it has read everything, and the
 * thread would print a stack trace; the end of its output says all there is to know.
 */
final class QuietInput extends FilterInputStream {
    QuietInput(InputStream in) {
        super(in);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Thread.currentThread().setUncaughtExceptionHandler((thread, problem) -> {});
        return super.read(target, offset, length);
    }
}
