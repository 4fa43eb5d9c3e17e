package assay.core.intake;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Reads a zip by its central directory, which alone knows links, and only the Java files in it. Sizes are counted,
 * check sums are checked, and no two entries may share bytes: that is how a small archive gets enormous.
 */
final class ZipReader {
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
                ZipChecks.requireReadable(entry);
            }
            ZipChecks.requireUnpackable(entries, limits);
            ZipChecks.requireApart(zip, entries);
            for (ZipArchiveEntry entry : entries) {
                read(zip, entry);
            }
        }
    }

    private void read(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        EntryPath path = EntryPath.of(ZipChecks.name(entry), limits);
        if (ZipChecks.isSpecial(entry) && FileKind.of(path) != FileKind.IGNORED) {
            throw EntryPath.refused(path.value(), "is a link or a device, not a file");
        }
        if (ZipChecks.isFolder(entry) || !collector.meet(path)) {
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
}
