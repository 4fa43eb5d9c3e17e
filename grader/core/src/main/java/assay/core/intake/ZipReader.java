package assay.core.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Reads a zip by its central directory, which alone knows links, and only the Java files in it. Sizes are counted,
 * check sums are checked, and no two entries may share bytes: that is how a small archive gets enormous.
 */
final class ZipReader {
    private static final int TYPE = 0170000;
    private static final int REGULAR = 0100000;
    private static final int FOLDER = 0040000;

    private final IntakeLimits limits;
    private final SourceCollector collector;

    ZipReader(IntakeLimits limits, SourceCollector collector) {
        this.limits = limits;
        this.collector = collector;
    }

    void read(byte[] bytes) throws IOException {
        ZipSurvey.check(bytes, limits);
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .setIgnoreLocalFileHeader(true)
                .get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            for (ZipArchiveEntry entry : entries) {
                collector.countEntry();
                requireReadable(entry);
            }
            requireUnpackable(entries);
            requireApart(zip, entries);
            for (ZipArchiveEntry entry : entries) {
                read(zip, entry);
            }
        }
    }

    private static void requireReadable(ZipArchiveEntry entry) throws Refusal {
        String name = name(entry);
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw EntryPath.refused(name, "is encrypted; please hand in an archive without a password");
        }
        if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
            throw EntryPath.refused(name, "is compressed in an unusual way; please hand in an ordinary zip");
        }
        if (entry.getSize() < 0 || entry.getCompressedSize() < 0) {
            throw EntryPath.refused(name, "claims a negative size");
        }
    }

    /** By what it claims; that the Java files keep to it is seen when they are read, and nothing else is unpacked. */
    private void requireUnpackable(List<ZipArchiveEntry> entries) throws Refusal {
        long claimed = 0;
        for (ZipArchiveEntry entry : entries) {
            claimed += Math.min(entry.getSize(), limits.unpacked().bytes() + 1);
            if (claimed > limits.unpacked().bytes()) {
                throw EntryPath.refused(
                        name(entry), "makes the archive larger than " + limits.unpacked() + " when it is unpacked");
            }
        }
    }

    private static void requireApart(ZipFile zip, List<ZipArchiveEntry> entries) throws IOException {
        long end = 0;
        List<ZipArchiveEntry> ordered = entries.stream()
                .sorted(Comparator.comparingLong(ZipArchiveEntry::getLocalHeaderOffset))
                .toList();
        for (ZipArchiveEntry entry : ordered) {
            // Opening it is what finds out where its data is.
            try (InputStream raw = zip.getRawInputStream(entry)) {
                if (raw == null || entry.getLocalHeaderOffset() < end) {
                    throw EntryPath.refused(name(entry), "shares its bytes with another");
                }
            }
            end = Math.addExact(entry.getDataOffset(), entry.getCompressedSize());
        }
    }

    private void read(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        EntryPath path = EntryPath.of(name(entry), limits);
        int type = (int) (entry.getExternalAttributes() >> Short.SIZE) & TYPE;
        if (type != 0 && type != REGULAR && type != FOLDER && FileKind.of(path) != FileKind.IGNORED) {
            throw EntryPath.refused(path.value(), "is a link or a device, not a file");
        }
        boolean folder =
                type == FOLDER || name(entry).endsWith("/") || name(entry).endsWith("\\");
        if (folder || !collector.meet(path)) {
            return;
        }
        CheckedInputStream checked = new CheckedInputStream(zip.getInputStream(entry), new CRC32());
        try (checked) {
            collector.add(path, checked);
        }
        if (checked.getChecksum().getValue() != entry.getCrc()) {
            throw EntryPath.refused(path.value(), "is damaged: its check sum is wrong");
        }
    }

    /** UTF-8 whether the flag says so or not, since many tools forget it; else what DOS had. */
    private static String name(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        return switch (SourceText.decode(raw)) {
            case Parsed.Value<String>(String name) -> name;
            case Parsed.Bad<String> notUnicode -> new String(raw, Charset.forName("IBM437"));
        };
    }
}
