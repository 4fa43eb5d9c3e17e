package assay.e2e.hostile;

import assay.e2e.hostile.ArchiveRecipe.Entry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Writes a tar with links, devices and names that lead elsewhere. */
final class TarBytes {
    private static final byte[] MEBIBYTE = new byte[1 << 20];

    private TarBytes() {}

    static byte[] of(List<Entry> entries, String right) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, StandardCharsets.UTF_8.name())) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (Entry entry : entries) {
                for (int i = 0; i < Math.max(1, entry.times()); i++) {
                    add(tar, entry, i, right);
                }
            }
        }
        return bytes.toByteArray();
    }

    private static void add(TarArchiveOutputStream tar, Entry entry, int number, String right) throws IOException {
        TarArchiveEntry header = new TarArchiveEntry(entry.nameOf(number), kind(entry), true);
        boolean file = header.getLinkFlag() == TarConstants.LF_NORMAL;
        byte[] content = file ? entry.content(number, right) : new byte[0];
        header.setSize(content.length + (long) entry.zeros() * MEBIBYTE.length);
        if (entry.to() != null) {
            header.setLinkName(entry.to());
        }
        tar.putArchiveEntry(header);
        tar.write(content);
        for (int i = 0; i < entry.zeros(); i++) {
            tar.write(MEBIBYTE);
        }
        tar.closeArchiveEntry();
    }

    private static byte kind(Entry entry) {
        return switch (entry.kindOrFile()) {
            case "link" -> TarConstants.LF_SYMLINK;
            case "hard-link" -> TarConstants.LF_LINK;
            case "device" -> TarConstants.LF_BLK;
            case "pipe" -> TarConstants.LF_FIFO;
            case "folder" -> TarConstants.LF_DIR;
            default -> TarConstants.LF_NORMAL;
        };
    }
}
