package assay.e2e.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes a zip byte by byte, since no library writes what attackers write. */
final class ZipBytes {
    private static final int MEBIBYTE = 1 << 20;
    private static final int UTF_8 = 0x800;

    private final ByteArrayOutputStream local = new ByteArrayOutputStream();
    private final List<Header> headers = new ArrayList<>();

    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    private record Header(byte[] name, int flags, int crc, int packed, long size, int mode, int offset) {
        /** The fields that the local and the central header share. */
        ByteBuffer into(ByteBuffer buffer) {
            return buffer.putShort((short) flags)
                    .putShort((short) Deflater.DEFLATED)
                    .putInt(0)
                    .putInt(crc)
                    .putInt(packed)
                    .putInt((int) size)
                    .putShort((short) name.length);
        }

        Header named(String other) {
            return new Header(other.getBytes(StandardCharsets.UTF_8), flags, crc, packed, size, mode, offset);
        }
    }

    void file(String name, byte[] content) {
        add(name, deflated(content), crc(content), content.length, 0100644, UTF_8);
    }

    void add(ArchiveRecipe.Entry entry, int number, String right) {
        int mode = switch (entry.kindOrFile()) {
            case "link", "hard-link" -> 0120777;
            case "device" -> 0060644;
            case "pipe" -> 0010644;
            case "folder" -> 0040755;
            default -> 0100644;
        };
        int flags = entry.encrypted() ? UTF_8 | 1 : UTF_8;
        if (entry.zeros() > 0) {
            long size = (long) entry.zeros() * MEBIBYTE;
            add(entry.nameOf(number), zeros(entry.zeros()), 0, entry.claims().orElse(size), mode, flags);
        } else {
            byte[] content = entry.content(number, right);
            long size = entry.claims().orElse((long) content.length);
            add(entry.nameOf(number), deflated(content), crc(content), size, mode, flags);
        }
    }

    /** One more header, which points to the bytes of the first entry. */
    void alias(String name) {
        headers.add(headers.getFirst().named(name));
    }

    byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(local.toByteArray());
        for (Header header : headers) {
            ByteBuffer central =
                    buffer(46, 0x02014b50).putShort((short) (3 << 8 | 20)).putShort((short) 20);
            header.into(central).putInt(38, header.mode() << 16).putInt(42, header.offset());
            all.writeBytes(central.array());
            all.writeBytes(header.name());
        }
        ByteBuffer end = buffer(22, 0x06054b50);
        end.putShort(8, (short) headers.size()).putShort(10, (short) headers.size());
        end.putInt(12, all.size() - local.size()).putInt(16, local.size());
        all.writeBytes(end.array());
        return all.toByteArray();
    }

    private void add(String name, byte[] packed, int crc, long size, int mode, int flags) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        Header header = new Header(utf8, flags, crc, packed.length, size, mode, local.size());
        headers.add(header);
        local.writeBytes(
                header.into(buffer(30, 0x04034b50).putShort((short) 20)).array());
        local.writeBytes(utf8);
        local.writeBytes(packed);
    }

    private static ByteBuffer buffer(int size, int signature) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN).putInt(signature);
    }

    private static int crc(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return (int) crc.getValue();
    }

    private static byte[] deflated(byte[] content) {
        return deflate(content, true);
    }

    /** One mebibyte's blocks end on a byte, and are repeated. */
    private static byte[] zeros(int mebibytes) {
        byte[] once = deflate(new byte[MEBIBYTE], false);
        byte[] all = new byte[once.length * mebibytes + 2];
        for (int i = 0; i < mebibytes; i++) {
            System.arraycopy(once, 0, all, i * once.length, once.length);
        }
        all[all.length - 2] = 3; // an empty last block
        return all;
    }

    private static byte[] deflate(byte[] content, boolean whole) {
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
            deflater.setInput(content);
            byte[] buffer = new byte[content.length + 64];
            if (whole) {
                deflater.finish();
                return Arrays.copyOf(buffer, deflater.deflate(buffer));
            }
            return Arrays.copyOf(buffer, deflater.deflate(buffer, 0, buffer.length, Deflater.FULL_FLUSH));
        }
    }
}
