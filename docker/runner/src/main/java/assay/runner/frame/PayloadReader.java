package assay.runner.frame;

import static assay.runner.frame.MalformedFrameException.malformed;
import static assay.runner.frame.MalformedFrameException.tooLong;

import assay.kernels.Tensor;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the fields of one payload, none of them past its end; checks every length before it makes room for it. */
final class PayloadReader {
    /** Numbers come in pieces of this size, so that no payload is ever held twice. */
    static final int CHUNK_BYTES = 64 * 1024;

    private final InputStream in;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private final ByteBuffer buffer = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
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
        fill(1);
        return chunk[0] & 0xff;
    }

    int i32() throws IOException, MalformedFrameException {
        fill(Integer.BYTES);
        return buffer.getInt(0);
    }

    long i64() throws IOException, MalformedFrameException {
        fill(Long.BYTES);
        return buffer.getLong(0);
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
        int length = length(1, maxBytes);
        byte[] bytes = new byte[length];
        readFully(bytes, length);
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
        IntBuffer view = buffer.asIntBuffer();
        for (int done = 0; done < ints.length; ) {
            int count = Math.min(ints.length - done, CHUNK_BYTES / Integer.BYTES);
            fill(count * Integer.BYTES);
            view.get(0, ints, done, count);
            done += count;
        }
        return ints;
    }

    Tensor tensor() throws IOException, MalformedFrameException {
        Tensor tensor = Tensor.zeros(shape());
        float[] floats = tensor.data();
        FloatBuffer view = buffer.asFloatBuffer();
        for (int done = 0; done < floats.length; ) {
            int count = Math.min(floats.length - done, CHUNK_BYTES / Float.BYTES);
            fill(count * Float.BYTES);
            view.get(0, floats, done, count);
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

    /** Reads that many bytes to the start of the chunk. */
    private void fill(int length) throws IOException, MalformedFrameException {
        checkRoom(length, CHUNK_BYTES);
        readFully(chunk, length);
    }

    private void readFully(byte[] target, int length) throws IOException {
        if (in.readNBytes(target, 0, length) < length) {
            throw new EOFException("the stream ended within a frame");
        }
        remaining -= length;
    }

    /** One element of a list. */
    interface Field<T> {
        T read() throws IOException, MalformedFrameException;
    }
}
