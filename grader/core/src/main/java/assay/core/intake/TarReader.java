package assay.core.intake;

import assay.core.domain.DataSize;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.tar.TarUtils;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Reads a tar, compressed by gzip or not, from its beginning to its end. */
final class TarReader {
    /** Far above a path of 240 characters with its attributes. */
    private static final DataSize HEADERS = DataSize.ofKibibytes(256);

    private static final int BLOCK = TarConstants.DEFAULT_RCDSIZE;

    private final IntakeLimits limits;
    private final SourceCollector collector;

    TarReader(IntakeLimits limits, SourceCollector collector) {
        this.limits = limits;
        this.collector = collector;
    }

    void readCompressed(byte[] bytes) throws IOException {
        if (!GzipCompressorInputStream.matches(bytes, bytes.length)) {
            throw new Refusal(ArchiveFormat.unlike("a gzip file", bytes));
        }
        // Members that follow the first one belong to the archive, and to what is counted.
        try (InputStream in = GzipCompressorInputStream.builder()
                .setInputStream(new ByteArrayInputStream(bytes))
                .setDecompressConcatenated(true)
                .get()) {
            read(in);
        }
    }

    void read(byte[] bytes) throws IOException {
        // The oldest format has no signature, but all have the check sum.
        if (bytes.length < BLOCK || !TarUtils.verifyCheckSum(Arrays.copyOf(bytes, BLOCK))) {
            throw new Refusal(ArchiveFormat.unlike("a tar archive", bytes));
        }
        read(new ByteArrayInputStream(bytes));
    }

    private void read(InputStream in) throws IOException {
        MeteredInput metered = new MeteredInput(in, limits.unpacked());
        TarArchiveInputStream tar = new TarArchiveInputStream(metered, StandardCharsets.UTF_8.name());
        TarArchiveEntry entry = next(tar, metered);
        if (entry == null) {
            throw new Refusal("The archive is empty, or not a tar archive.");
        }
        while (entry != null) {
            collector.countEntry();
            read(tar, entry);
            // The library would go over the rest together with the next header.
            tar.transferTo(OutputStream.nullOutputStream());
            entry = next(tar, metered);
        }
        // To the end, where gzip has its check sum.
        metered.transferTo(OutputStream.nullOutputStream());
    }

    private static TarArchiveEntry next(TarArchiveInputStream tar, MeteredInput metered) throws IOException {
        metered.expectHeaders(HEADERS);
        TarArchiveEntry entry = tar.getNextEntry();
        metered.expectContent();
        return entry;
    }

    private void read(TarArchiveInputStream tar, TarArchiveEntry entry) throws IOException {
        EntryPath path = EntryPath.of(entry.getName(), limits);
        if (!entry.isCheckSumOK()) {
            throw EntryPath.refused(path.value(), "is damaged: its check sum is wrong");
        }
        // Sparse files claim any size; refused even where they would be ignored, since going over them takes as long.
        if (entry.isSparse()) {
            throw EntryPath.refused(path.value(), "is a sparse file");
        }
        if (entry.isDirectory()) {
            return;
        }
        if (!isRegular(entry)) {
            if (FileKind.of(path) != FileKind.IGNORED) {
                throw EntryPath.refused(path.value(), "is a link or a device, not a file");
            }
        } else if (collector.meet(path)) {
            collector.add(path, tar);
        }
    }

    private static boolean isRegular(TarArchiveEntry entry) {
        return switch (entry.getLinkFlag()) {
            case TarConstants.LF_NORMAL, TarConstants.LF_OLDNORM, TarConstants.LF_CONTIG -> true;
            default -> false;
        };
    }
}
