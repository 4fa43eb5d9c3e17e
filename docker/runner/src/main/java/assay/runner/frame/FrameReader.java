package assay.runner.frame;

import static assay.runner.frame.MalformedFrameException.malformed;
import static assay.runner.frame.MalformedFrameException.tooLong;
import static java.util.Objects.requireNonNull;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/**
 * Reads the frames of one direction, from a stream that a stranger may have written: whatever comes, the outcome is a
 * frame, a {@link MalformedFrameException} or the stream's end. It reads ahead, so that the stream is its own, and keeps no
 * deadline: a stream that says nothing keeps it waiting. For one thread at a time; not to be used again after it threw.
 *
 * @param <F> the direction
 */
public final class FrameReader<F extends Frame> {
    private static final int HEADER_BYTES = Integer.BYTES + 1 + Long.BYTES;

    private final Class<F> direction;
    private final PayloadReader in;
    private final FrameDecoder decoder;
    private volatile int maxPayload;
    private OptionalLong nonce;

    private FrameReader(Class<F> direction, InputStream in, OptionalLong nonce, int maxPayload) {
        this.direction = direction;
        this.in = new PayloadReader(requireNonNull(in, "in is null"));
        this.decoder = new FrameDecoder(this.in);
        this.nonce = nonce;
        this.maxPayload = maxPayload;
    }

    /** What a compiler says to the host that drew the nonce. */
    public static FrameReader<FromCompiler> fromCompiler(InputStream in, long nonce) {
        return new FrameReader<>(FromCompiler.class, in, OptionalLong.of(nonce), Integer.MAX_VALUE);
    }

    /**
     * What a runner says to the host that drew the nonce.
     *
     * @param maxPayload bytes that no frame's payload may exceed, whatever its type allows; what is longer ends in
     *     {@link MalformedFrameException.Reason#TOO_LONG} before room is made for it
     */
    public static FrameReader<FromRunner> fromRunner(InputStream in, long nonce, int maxPayload) {
        return new FrameReader<>(FromRunner.class, in, OptionalLong.of(nonce), maxPayload);
    }

    /**
     * What a trainer says to the host that drew the nonce.
     *
     * @param maxPayload as for a runner; what weights come to at most, and a little more
     */
    public static FrameReader<FromTrainer> fromTrainer(InputStream in, long nonce, int maxPayload) {
        return new FrameReader<>(FromTrainer.class, in, OptionalLong.of(nonce), maxPayload);
    }

    /** What the host says to a trainer; its first frame brings the nonce. */
    public static FrameReader<ToTrainer> toTrainer(InputStream in) {
        return new FrameReader<>(ToTrainer.class, in, OptionalLong.empty(), Integer.MAX_VALUE);
    }

    /** What the host says to a compiler; its first frame brings the nonce. */
    public static FrameReader<ToCompiler> toCompiler(InputStream in) {
        return new FrameReader<>(ToCompiler.class, in, OptionalLong.empty(), Integer.MAX_VALUE);
    }

    /** What the host says to a runner; its first frame brings the nonce. */
    public static FrameReader<ToRunner> toRunner(InputStream in) {
        return new FrameReader<>(ToRunner.class, in, OptionalLong.empty(), Integer.MAX_VALUE);
    }

    /** From the next frame on; as for a runner. By any thread. */
    public void limit(int bytes) {
        maxPayload = bytes;
    }

    /**
     * The nonce: known from the start on the host's side, after the first frame on the other.
     *
     * @throws java.util.NoSuchElementException if nothing has been read yet
     */
    public long nonce() {
        return nonce.orElseThrow();
    }

    /**
     * The next frame.
     *
     * @throws EOFException if the stream ended, between frames or within one
     * @throws MalformedFrameException if what came is no frame of this direction with this nonce
     */
    public F read() throws IOException, MalformedFrameException {
        in.begin(HEADER_BYTES);
        int length = in.i32();
        int code = in.u8();
        FrameType type = FrameType.of(code)
                .filter(known -> known.goes(direction))
                .orElseThrow(() -> malformed("a frame of the unknown type " + code));
        checkNonce(type, in.i64());
        if (length < 0 || length > type.maxPayload()) {
            throw malformed("a length of " + Integer.toUnsignedString(length) + " for a frame " + type);
        }
        if (length > maxPayload) {
            throw tooLong("a length of " + length + " for a frame " + type + " where " + maxPayload + " are taken");
        }
        in.begin(length);
        F frame = direction.cast(decoder.decode(type));
        in.end();
        return frame;
    }

    private void checkNonce(FrameType type, long found) throws MalformedFrameException {
        boolean first = nonce.isEmpty();
        if (first != (type == FrameType.HELLO)) {
            throw malformed("a frame " + type + (first ? " before the first" : " after the first"));
        }
        if (first) {
            nonce = OptionalLong.of(found);
        } else if (nonce.getAsLong() != found) {
            throw malformed("a frame " + type + " with another nonce");
        }
    }
}
