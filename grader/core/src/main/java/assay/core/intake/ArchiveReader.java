package assay.core.intake;

import java.io.IOException;
import java.nio.file.Path;

/** Reads an archive into a collector; whatever is wrong with it is a {@link Refusal}. */
final class ArchiveReader {
    private final IntakeLimits limits;

    ArchiveReader(IntakeLimits limits) {
        this.limits = limits;
    }

    void read(Path file, ArchiveFormat format, SourceCollector collector) throws Refusal {
        byte[] bytes;
        try {
            bytes = Bytes.read(file, limits.archive().bytes());
        } catch (IOException unreadable) {
            throw new Refusal("The archive " + Bytes.why(unreadable));
        }
        read(bytes, format, collector);
    }

    /** The libraries answer damage with checked and unchecked exceptions alike, and none of them is our fault. */
    void read(byte[] bytes, ArchiveFormat format, SourceCollector collector) throws Refusal {
        if (bytes.length == 0) {
            throw new Refusal("The archive is an empty file (0 bytes).");
        }
        try {
            switch (format) {
                case ZIP -> new ZipReader(limits, collector).read(bytes);
                case TAR_GZ -> new TarReader(limits, collector).readCompressed(bytes);
                case TAR -> new TarReader(limits, collector).read(bytes);
            }
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | RuntimeException damage) {
            throw new Refusal("The archive is damaged or incomplete ("
                    + Shown.plain(String.valueOf(damage.getMessage())) + "). Please pack it again.");
        }
    }
}
