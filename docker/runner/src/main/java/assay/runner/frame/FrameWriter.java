package assay.runner.frame;

import static java.util.Objects.requireNonNull;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes frames; safe for use by several threads at once. */
public final class FrameWriter {
    private final OutputStream out;
    private final long nonce;

    /** Numbers go out in pieces of this size, one frame after another over the same. */
    private final byte[] chunk = new byte[PayloadReader.CHUNK_BYTES];

    private boolean broken;

    /** A writer of frames that carry this nonce. */
    public FrameWriter(OutputStream out, long nonce) {
        this.out = new BufferedOutputStream(requireNonNull(out, "out is null"));
        this.nonce = nonce;
    }

    /**
     * Writes a frame and flushes.
     *
     * @throws IllegalArgumentException if a field of the frame is over its limit in {@link FrameLimits}; nothing has
     *     been written then
     * @throws IOException if the stream is broken, or an earlier frame was left unfinished
     */
    public synchronized void write(Frame frame) throws IOException {
        PayloadWriter payload = new PayloadWriter();
        FrameType type = FrameEncoder.encode(frame, payload);
        if (payload.length() > type.maxPayload()) {
            throw new IllegalArgumentException(
                    "a frame " + type + " takes " + type.maxPayload() + " bytes, not " + payload.length());
        }
        PayloadWriter header = new PayloadWriter();
        header.i32((int) payload.length());
        header.u8(type.code());
        header.i64(nonce);
        if (broken) {
            throw new IOException("an earlier frame was not written to its end");
        }
        broken = true; // stays so if memory runs out on the way
        header.sendTo(out, chunk);
        payload.sendTo(out, chunk);
        out.flush();
        broken = false;
    }
}
