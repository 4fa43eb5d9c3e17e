package assay.core.intake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zips byte by byte, with whatever lies a test wants in them. */
final class RawZip {
    private final ByteArrayOutputStream local = new ByteArrayOutputStream();
    private final List<Entry> entries = new ArrayList<>();

    /** What the headers claim; {@code offset} is where the local header lies. */
    record Entry(
            byte[] name, byte[] data, int method, int flags, int crc, long size, int mode, byte[] extra, int offset) {
        Entry named(byte[] other) {
            return new Entry(other, data, method, flags, crc, size, mode, extra, offset);
        }

        Entry flagged(int other) {
            return new Entry(name, data, method, other, crc, size, mode, extra, offset);
        }

        Entry by(int other) {
            return new Entry(name, data, other, flags, crc, size, mode, extra, offset);
        }

        Entry claiming(long other) {
            return new Entry(name, data, method, flags, crc, other, mode, extra, offset);
        }

        Entry summing(int other) {
            return new Entry(name, data, method, flags, other, size, mode, extra, offset);
        }

        Entry mode(int other) {
            return new Entry(name, data, method, flags, crc, size, other, extra, offset);
        }

        Entry extra(byte[] other) {
            return new Entry(name, data, method, flags, crc, size, mode, other, offset);
        }
    }

    static Entry entry(String name, String text) {
        return entry(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static Entry entry(String name, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return new Entry(
                name.getBytes(StandardCharsets.UTF_8),
                deflated(content),
                8,
                0x800,
                (int) crc.getValue(),
                content.length,
                0100644,
                new byte[0],
                0);
    }

    /** An entry whose compressed bytes are given as they are. */
    static Entry compressed(String name, byte[] data, long size) {
        return new Entry(name.getBytes(StandardCharsets.UTF_8), data, 8, 0x800, 0, size, 0100644, new byte[0], 0);
    }

    static byte[] of(Entry... entries) {
        RawZip zip = new RawZip();
        for (Entry entry : entries) {
            zip.add(entry);
        }
        return zip.bytes();
    }

    static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(content);
        deflater.finish();
        byte[] buffer = new byte[content.length + 64];
        int length = deflater.deflate(buffer);
        deflater.end();
        return java.util.Arrays.copyOf(buffer, length);
    }

    RawZip add(Entry entry) {
        int offset = local.size();
        ByteBuffer header = header(30, 0x04034b50).putShort((short) 20);
        common(header, entry);
        local.writeBytes(header.array());
        local.writeBytes(entry.name());
        local.writeBytes(entry.data());
        return alias(entry, offset);
    }

    /** A central header alone, which points to a local one that is there already. */
    RawZip alias(Entry entry, int offset) {
        entries.add(new Entry(
                entry.name(),
                entry.data(),
                entry.method(),
                entry.flags(),
                entry.crc(),
                entry.size(),
                entry.mode(),
                entry.extra(),
                offset));
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(local.toByteArray());
        for (Entry entry : entries) {
            ByteBuffer header =
                    header(46, 0x02014b50).putShort((short) (3 << 8 | 20)).putShort((short) 20);
            common(header, entry);
            header.putShort(30, (short) entry.extra().length);
            header.putInt(38, entry.mode() << 16);
            header.putInt(42, entry.offset());
            all.writeBytes(header.array());
            all.writeBytes(entry.name());
            all.writeBytes(entry.extra());
        }
        ByteBuffer end = header(22, 0x06054b50);
        end.putShort(8, (short) entries.size()).putShort(10, (short) entries.size());
        end.putInt(12, all.size() - local.size()).putInt(16, local.size());
        all.writeBytes(end.array());
        return all.toByteArray();
    }

    private static void common(ByteBuffer header, Entry entry) {
        header.putShort((short) entry.flags()).putShort((short) entry.method()).putInt(0);
        header.putInt(entry.crc()).putInt(entry.data().length).putInt((int) entry.size());
        header.putShort((short) entry.name().length);
    }

    private static ByteBuffer header(int size, int signature) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN).putInt(signature);
    }
}
