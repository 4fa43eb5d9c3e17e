package assay.runner.frame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.Consumer;

/** Writes frames field by field, right or wrong. */
final class RawFrames {
    private RawFrames() {}

    static byte[] frame(int type, Consumer<ByteBuffer> payload) {
        ByteBuffer body = ByteBuffer.allocate(1000).order(ByteOrder.LITTLE_ENDIAN);
        payload.accept(body);
        ByteBuffer frame = ByteBuffer.allocate(13 + body.position()).order(ByteOrder.LITTLE_ENDIAN);
        frame.putInt(body.position()).put((byte) type).putLong(Frames.NONCE);
        return frame.put(body.flip()).array();
    }

    static byte[] with(byte[] bytes, Consumer<ByteBuffer> change) {
        byte[] changed = bytes.clone();
        change.accept(ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN));
        return changed;
    }

    static ByteBuffer shape(ByteBuffer body, int... shape) {
        body.put((byte) shape.length);
        Arrays.stream(shape).forEach(body::putInt);
        return body;
    }

    static ByteBuffer numbers(ByteBuffer body, int count) {
        return body.put(new byte[count * Float.BYTES]);
    }

    static ByteBuffer flags(ByteBuffer body, int first, int second) {
        return body.put((byte) first).put((byte) second);
    }

    static ByteBuffer text(ByteBuffer body, int... bytes) {
        body.putInt(bytes.length);
        Arrays.stream(bytes).forEach(value -> body.put((byte) value));
        return body;
    }

    static ByteBuffer text(ByteBuffer body, byte[] bytes) {
        return body.putInt(bytes.length).put(bytes);
    }
}
