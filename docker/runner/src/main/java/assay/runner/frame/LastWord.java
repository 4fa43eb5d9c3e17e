package assay.runner.frame;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** {@link Exhausted}, encoded while there is memory, so that nothing has to be made to say it. */
public final class LastWord {
    private final OutputStream out;
    private volatile byte[] bytes = new byte[0];

    /** @param out where frames go; not buffered */
    public LastWord(OutputStream out) {
        this.out = requireNonNull(out, "out is null");
    }

    /** To be called before any of the student's code runs; until then there is nothing to say. */
    public void prepare(long nonce) throws IOException {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        new FrameWriter(encoded, nonce).write(new Exhausted());
        bytes = encoded.toByteArray();
    }

    /** Says it, if the host still listens. */
    public void say() {
        try {
            out.write(bytes);
        } catch (IOException | OutOfMemoryError e) {
            // Then the end of the process has to do.
        }
    }
}
