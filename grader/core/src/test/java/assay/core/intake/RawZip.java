package assay.core.intake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;

/** Writes zips byte by byte, with whatever lies a test wants in them. */
final class RawZip {
    private final ByteArrayOutputStream local = new ByteArrayOutputStream();
    private final List<RawZipEntry> entries = new ArrayList<>();

    static byte[] of(RawZipEntry... entries) {
        RawZip zip = new RawZip();
        for (RawZipEntry entry : entries) {
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
        return Arrays.copyOf(buffer, length);
    }

    RawZip add(RawZipEntry entry) {
        int offset = local.size();
        ByteBuffer header = header(30, 0x04034b50).putShort((short) 20);
        common(header, entry);
        local.writeBytes(header.array());
        local.writeBytes(entry.name());
        local.writeBytes(entry.data());
        return alias(entry, offset);
    }

    /** A central header alone, which points to a local one that is there already. */
    RawZip alias(RawZipEntry entry, int offset) {
        entries.add(entry.at(offset));
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(local.toByteArray());
        for (RawZipEntry entry : entries) {
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

    private static void common(ByteBuffer header, RawZipEntry entry) {
        header.putShort((short) entry.flags()).putShort((short) entry.method()).putInt(0);
        header.putInt(entry.crc()).putInt(entry.data().length).putInt((int) entry.size());
        header.putShort((short) entry.name().length);
    }

    private static ByteBuffer header(int size, int signature) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN).putInt(signature);
    }
}
