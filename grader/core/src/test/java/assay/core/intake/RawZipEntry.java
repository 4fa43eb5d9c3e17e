package assay.core.intake;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** An entry of a {@link RawZip}: its bytes, and what its headers claim. Immutable but for its arrays. */
final class RawZipEntry {
    private static final int DEFLATED = 8;
    private static final int UTF_8 = 0x800;
    private static final int REGULAR = 0100644;

    private final byte[] name;
    private final byte[] data;
    private final byte[] extra;
    private final int method;
    private final int flags;
    private final int crc;
    private final long size;
    private final int mode;
    private final int offset;

    private RawZipEntry(
            byte[] name, byte[] data, byte[] extra, int method, int flags, int crc, long size, int mode, int offset) {
        this.name = name;
        this.data = data;
        this.extra = extra;
        this.method = method;
        this.flags = flags;
        this.crc = crc;
        this.size = size;
        this.mode = mode;
        this.offset = offset;
    }

    static RawZipEntry entry(String name, String text) {
        return entry(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static RawZipEntry entry(String name, byte[] content) {
        return compressed(name, RawZip.deflated(content), content.length).summing(crc(content));
    }

    /** An entry whose compressed bytes are given as they are. */
    static RawZipEntry compressed(String name, byte[] data, long size) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        return new RawZipEntry(utf8, data, new byte[0], DEFLATED, UTF_8, 0, size, REGULAR, 0);
    }

    static RawZipEntry stored(String name, String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        return compressed(name, content, content.length).summing(crc(content)).by(0);
    }

    private static int crc(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return (int) crc.getValue();
    }

    RawZipEntry named(byte[] other) {
        return new RawZipEntry(other, data, extra, method, flags, crc, size, mode, offset);
    }

    RawZipEntry by(int other) {
        return new RawZipEntry(name, data, extra, other, flags, crc, size, mode, offset);
    }

    RawZipEntry flagged(int other) {
        return new RawZipEntry(name, data, extra, method, other, crc, size, mode, offset);
    }

    RawZipEntry summing(int other) {
        return new RawZipEntry(name, data, extra, method, flags, other, size, mode, offset);
    }

    RawZipEntry claiming(long other) {
        return new RawZipEntry(name, data, extra, method, flags, crc, other, mode, offset);
    }

    RawZipEntry mode(int other) {
        return new RawZipEntry(name, data, extra, method, flags, crc, size, other, offset);
    }

    RawZipEntry extra(byte[] other) {
        return new RawZipEntry(name, data, other, method, flags, crc, size, mode, offset);
    }

    RawZipEntry at(int other) {
        return new RawZipEntry(name, data, extra, method, flags, crc, size, mode, other);
    }

    byte[] name() {
        return name;
    }

    byte[] data() {
        return data;
    }

    byte[] extra() {
        return extra;
    }

    int method() {
        return method;
    }

    int flags() {
        return flags;
    }

    int crc() {
        return crc;
    }

    long size() {
        return size;
    }

    int mode() {
        return mode;
    }

    int offset() {
        return offset;
    }
}
