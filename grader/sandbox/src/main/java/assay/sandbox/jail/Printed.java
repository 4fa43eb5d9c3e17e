package assay.sandbox.jail;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Collects what a process prints: counts all of it and keeps the beginning, so that a flood costs the host nothing.
 * Safe for use by several threads at once.
 */
public final class Printed extends OutputStream {
    /** Of the text that is kept. */
    public static final int KEPT_BYTES = 64 * 1024;

    private static final String CUT = "\n… (cut)";

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long count;
    private long limit = Long.MAX_VALUE;
    private Runnable whenFlooded = () -> {};

    /** Forgets what came so far, and counts from now on; the action runs once, on the thread that writes. */
    public synchronized void begin(long limitBytes, Runnable flooded) {
        kept.reset();
        count = 0;
        limit = limitBytes;
        whenFlooded = flooded;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        Runnable action = add(bytes, offset, length);
        action.run();
    }

    /** Whether more came than the limit. */
    public synchronized boolean flooded() {
        return count > limit;
    }

    /** The beginning of the text; what is no UTF-8 shows as U+FFFD. */
    public synchronized String text() {
        byte[] bytes = kept.toByteArray();
        if (count <= bytes.length) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        return new String(bytes, 0, endOfLastWhole(bytes), StandardCharsets.UTF_8) + CUT;
    }

    private synchronized Runnable add(byte[] bytes, int offset, int length) {
        boolean before = flooded();
        count += length;
        kept.write(bytes, offset, Math.min(length, KEPT_BYTES - kept.size()));
        return flooded() && !before ? whenFlooded : () -> {};
    }

    /** Where the last code point begins, if it is not whole; else the end. */
    private static int endOfLastWhole(byte[] bytes) {
        int start = bytes.length;
        while (start > 0 && bytes.length - start < 4) {
            start--;
            if ((bytes[start] & 0xc0) != 0x80) { // no continuation
                return start + lengthByFirst(bytes[start]) > bytes.length ? start : bytes.length;
            }
        }
        return bytes.length;
    }

    private static int lengthByFirst(byte first) {
        if ((first & 0xe0) == 0xc0) {
            return 2;
        }
        if ((first & 0xf0) == 0xe0) {
            return 3;
        }
        return (first & 0xf8) == 0xf0 ? 4 : 1;
    }
}
