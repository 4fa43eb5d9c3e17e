package assay.runner.frame;

import assay.kernels.Tensor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Collects the fields of one payload, so that its length is known before its first byte is sent. Numbers are kept by
 * reference and turned into bytes piece by piece when they are sent.
 */
final class PayloadWriter {
    private static final int FIELDS_AT_FIRST = 128;

    private final List<Numbers> numbers = new ArrayList<>();
    private byte[] fields = new byte[FIELDS_AT_FIRST];
    private int end;
    private long length;

    long length() {
        return length;
    }

    void u8(int value) {
        makeRoom(1);
        fields[end] = (byte) value;
        end++;
        length++;
    }

    void i32(int value) {
        makeRoom(Integer.BYTES);
        fields[end] = (byte) value;
        fields[end + 1] = (byte) (value >>> 8);
        fields[end + 2] = (byte) (value >>> 16);
        fields[end + 3] = (byte) (value >>> 24);
        end += Integer.BYTES;
        length += Integer.BYTES;
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
        makeRoom(bytes.length);
        System.arraycopy(bytes, 0, fields, end, bytes.length);
        end += bytes.length;
        length += bytes.length;
    }

    <T> void list(List<T> list, int maxCount, Consumer<T> field) {
        i32(atMost(list.size(), maxCount));
        list.forEach(field);
    }

    void ints(int... ints) {
        i32(atMost(ints.length, FrameLimits.NUMBER_BYTES / Integer.BYTES));
        add(new Ints(end, ints), ints.length);
    }

    void tensor(Tensor tensor) {
        u8(atMost(tensor.rank(), FrameLimits.RANK));
        for (int dimension : tensor.shape()) {
            i32(dimension);
        }
        float[] floats = tensor.data();
        add(new Floats(end, floats), atMost(floats.length, FrameLimits.NUMBER_BYTES / Float.BYTES));
    }

    void sendTo(OutputStream out, byte[] chunk) throws IOException {
        int sent = 0;
        for (Numbers each : numbers) {
            out.write(fields, sent, each.after() - sent);
            sent = each.after();
            each.sendTo(out, chunk);
        }
        out.write(fields, sent, end - sent);
    }

    private void add(Numbers more, int count) {
        numbers.add(more);
        length += (long) count * Integer.BYTES;
    }

    private void makeRoom(int bytes) {
        if (bytes > fields.length - end) {
            fields = Arrays.copyOf(fields, Math.max(2 * fields.length, Math.addExact(end, bytes)));
        }
    }

    private static int atMost(int value, int max) {
        if (value > max) {
            throw new IllegalArgumentException("a frame takes " + max + " here, not " + value);
        }
        return value;
    }

    /** Numbers of four bytes each. */
    private sealed interface Numbers {
        /** So many bytes of the fields go before them. */
        int after();

        int count();

        void copy(int from, int count, ByteBuffer chunk);

        default void sendTo(OutputStream out, byte[] chunk) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
            for (int from = 0; from < count(); from += chunk.length / Integer.BYTES) {
                int now = Math.min(count() - from, chunk.length / Integer.BYTES);
                copy(from, now, buffer);
                out.write(chunk, 0, now * Integer.BYTES);
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Ints(int after, int[] ints) implements Numbers {
        @Override
        public int count() {
            return ints.length;
        }

        @Override
        public void copy(int from, int count, ByteBuffer chunk) {
            chunk.asIntBuffer().put(0, ints, from, count);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Floats(int after, float[] floats) implements Numbers {
        @Override
        public int count() {
            return floats.length;
        }

        @Override
        public void copy(int from, int count, ByteBuffer chunk) {
            chunk.asFloatBuffer().put(0, floats, from, count);
        }
    }
}
