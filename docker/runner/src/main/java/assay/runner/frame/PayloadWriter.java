package assay.runner.frame;

import assay.kernels.Tensor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Collects the fields of one payload, so that its length is known before its first byte is sent. Numbers are kept by
 * reference and turned into bytes piece by piece when they are sent.
 */
final class PayloadWriter {
    private final List<Piece> pieces = new ArrayList<>();
    private ByteArrayOutputStream fields = new ByteArrayOutputStream();
    private long length;

    long length() {
        return length;
    }

    void u8(int value) {
        fields.write(value);
        length++;
    }

    void i32(int value) {
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            u8(value >>> shift);
        }
    }

    void i64(long value) {
        i32((int) value);
        i32((int) (value >>> Integer.SIZE));
    }

    void f32(float value) {
        i32(Float.floatToRawIntBits(value));
    }

    void bool(boolean value) {
        u8(value ? 1 : 0);
    }

    void text(String text, int maxBytes) {
        bytes(text.getBytes(StandardCharsets.UTF_8), maxBytes);
    }

    void bytes(byte[] bytes, int maxBytes) {
        i32(atMost(bytes.length, maxBytes));
        fields.write(bytes, 0, bytes.length);
        length += bytes.length;
    }

    <T> void list(List<T> list, int maxCount, Consumer<T> field) {
        i32(atMost(list.size(), maxCount));
        list.forEach(field);
    }

    void ints(int... ints) {
        i32(atMost(ints.length, FrameLimits.NUMBER_BYTES / Integer.BYTES));
        add(new Numbers(ints.length, (from, count, chunk) -> chunk.asIntBuffer().put(0, ints, from, count)));
    }

    void tensor(Tensor tensor) {
        u8(atMost(tensor.rank(), FrameLimits.RANK));
        for (int dimension : tensor.shape()) {
            i32(dimension);
        }
        float[] floats = tensor.data();
        atMost(floats.length, FrameLimits.NUMBER_BYTES / Float.BYTES);
        add(new Numbers(
                floats.length, (from, count, chunk) -> chunk.asFloatBuffer().put(0, floats, from, count)));
    }

    void sendTo(OutputStream out, byte[] chunk) throws IOException {
        for (Piece piece : pieces) {
            piece.sendTo(out, chunk);
        }
        fields.writeTo(out);
    }

    private void add(Numbers numbers) {
        ByteArrayOutputStream before = fields;
        pieces.add((out, chunk) -> before.writeTo(out));
        fields = new ByteArrayOutputStream();
        pieces.add(numbers);
        length += (long) numbers.count() * Integer.BYTES;
    }

    private static int atMost(int value, int max) {
        if (value > max) {
            throw new IllegalArgumentException("a frame takes " + max + " here, not " + value);
        }
        return value;
    }

    private interface Piece {
        void sendTo(OutputStream out, byte[] chunk) throws IOException;
    }

    private interface Copy {
        void toChunk(int from, int count, ByteBuffer chunk);
    }

    /** Numbers of four bytes each. */
    private record Numbers(int count, Copy copy) implements Piece {
        @Override
        public void sendTo(OutputStream out, byte[] chunk) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
            for (int from = 0; from < count; from += chunk.length / Integer.BYTES) {
                int now = Math.min(count - from, chunk.length / Integer.BYTES);
                copy.toChunk(from, now, buffer);
                out.write(chunk, 0, now * Integer.BYTES);
            }
        }
    }
}
