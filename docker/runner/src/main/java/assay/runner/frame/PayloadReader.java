package assay.runner.frame;

import static assay.runner.frame.MalformedFrameException.malformed;
import static assay.runner.frame.MalformedFrameException.tooLong;

import assay.kernels.Tensor;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the fields of one payload, none of them past its end; checks every length before it makes room for it. It buffers
 * by itself: a stream's own buffer has a lock and five calls for each field, which JVMs that have just begun interpret.
 */
final class PayloadReader {
    /** Numbers come in pieces of this size, so that no payload is ever held twice. */
    static final int CHUNK_BYTES = 64 * 1024;

    /** What stands in a text for bytes that are not UTF-8, and seldom for itself. */
    private static final char REPLACEMENT = '\uFFFD';

    private final InputStream in;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private final ByteBuffer buffer = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
    /** What of the chunk has come and has not been read yet. */
    private int from;

    private int to;

    /** Of the payload. */
    private long remaining;

    PayloadReader(InputStream in) {
        this.in = in;
    }

    /** Allows that many bytes to be read from now on. */
    void begin(long length) {
        remaining = length;
    }

    void end() throws MalformedFrameException {
        if (remaining != 0) {
            throw malformed(remaining + " bytes too many");
        }
    }

    int u8() throws IOException, MalformedFrameException {
        return chunk[take(1)] & 0xff;
    }

    int i32() throws IOException, MalformedFrameException {
        return buffer.getInt(take(Integer.BYTES));
    }

    long i64() throws IOException, MalformedFrameException {
        return buffer.getLong(take(Long.BYTES));
    }

    float f32() throws IOException, MalformedFrameException {
        return Float.intBitsToFloat(i32());
    }

    boolean bool() throws IOException, MalformedFrameException {
        return choice(2, "truth value") == 1;
    }

    /** A byte below {@code count}. */
    int choice(int count, String what) throws IOException, MalformedFrameException {
        int value = u8();
        if (value >= count) {
            throw malformed(value + " is no " + what);
        }
        return value;
    }

    String text(int maxBytes) throws IOException, MalformedFrameException {
        byte[] bytes = bytes(maxBytes);
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) < 0) { // nearly always; a decoder takes long to make
            return text;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("a text is not UTF-8");
        }
    }

    byte[] bytes(int maxBytes) throws IOException, MalformedFrameException {
        byte[] bytes = new byte[length(1, maxBytes)];
        int here = Math.min(bytes.length, to - from);
        System.arraycopy(chunk, from, bytes, 0, here);
        from += here;
        if (in.readNBytes(bytes, here, bytes.length - here) < bytes.length - here) {
            throw ended();
        }
        remaining -= bytes.length;
        return bytes;
    }

    <T> List<T> list(int maxCount, Field<T> field) throws IOException, MalformedFrameException {
        int count = length(1, maxCount); // each element takes a byte at least
        List<T> list = new ArrayList<>(Math.min(count, 1024));
        for (int i = 0; i < count; i++) {
            list.add(field.read());
        }
        return list;
    }

    int[] ints() throws IOException, MalformedFrameException {
        int[] ints = new int[length(Integer.BYTES, FrameLimits.NUMBER_BYTES / Integer.BYTES)];
        for (int done = 0; done < ints.length; ) {
            int count = Math.min(ints.length - done, CHUNK_BYTES / Integer.BYTES);
            buffer.position(take(count * Integer.BYTES));
            buffer.asIntBuffer().get(ints, done, count);
            done += count;
        }
        return ints;
    }

    Tensor tensor() throws IOException, MalformedFrameException {
        Tensor tensor = Tensor.zeros(shape());
        float[] floats = tensor.data();
        for (int done = 0; done < floats.length; ) {
            int count = Math.min(floats.length - done, CHUNK_BYTES / Float.BYTES);
            buffer.position(take(count * Float.BYTES));
            buffer.asFloatBuffer().get(floats, done, count);
            done += count;
        }
        return tensor;
    }

    private int[] shape() throws IOException, MalformedFrameException {
        int rank = u8();
        if (rank > FrameLimits.RANK) {
            throw malformed("rank " + rank);
        }
        int[] shape = new int[rank];
        long size = 1; // as Tensor counts it: at most 2^31-1 after each step, so that no step overflows
        for (int i = 0; i < rank; i++) {
            shape[i] = i32();
            size *= shape[i];
            if (shape[i] < 0 || size > Integer.MAX_VALUE) {
                throw malformed("dimension " + i + " of length " + shape[i]);
            }
        }
        checkRoom(size * Float.BYTES, FrameLimits.NUMBER_BYTES);
        return shape;
    }

    private int length(int elementBytes, int max) throws IOException, MalformedFrameException {
        int length = i32();
        if (length < 0) {
            throw malformed("a length of " + length);
        }
        checkRoom((long) length * elementBytes, (long) max * elementBytes);
        return length;
    }

    private void checkRoom(long bytes, long maxBytes) throws MalformedFrameException {
        if (bytes > remaining) {
            throw malformed(bytes + " bytes where " + remaining + " are left");
        }
        if (bytes > maxBytes) {
            throw tooLong(bytes + " bytes where " + maxBytes + " are taken");
        }
    }

    /** Takes that many bytes, a chunk at most, and says where in the chunk they begin. */
    private int take(int length) throws IOException, MalformedFrameException {
        checkRoom(length, CHUNK_BYTES);
        if (to - from < length) {
            fetch(length);
        }
        int start = from;
        from += length;
        remaining -= length;
        return start;
    }

    /** Reads on until that many bytes lie at the start of the chunk, and whatever else has come already. */
    private void fetch(int length) throws IOException {
        System.arraycopy(chunk, from, chunk, 0, to - from);
        to -= from;
        from = 0;
        while (to < length) {
            int count = in.read(chunk, to, chunk.length - to);
            if (count < 0) {
                throw ended();
            }
            to += count;
        }
    }

    private static EOFException ended() {
        return new EOFException("the stream ended within a frame");
    }

    /** One element of a list. */
    interface Field<T> {
        T read() throws IOException, MalformedFrameException;
    }
}
