package assay.core.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** What every zip is asked before anything in it is read, be it a student's or a class's. */
final class ZipChecks {
    private static final int TYPE = 0170000;
    private static final int REGULAR = 0100000;
    private static final int FOLDER = 0040000;

    private ZipChecks() {}

    static void requireReadable(ZipArchiveEntry entry) throws Refusal {
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
    static void requireUnpackable(List<ZipArchiveEntry> entries, IntakeLimits limits) throws Refusal {
        long claimed = 0;
        for (ZipArchiveEntry entry : entries) {
            claimed += Math.min(entry.getSize(), limits.unpacked().bytes() + 1);
            if (claimed > limits.unpacked().bytes()) {
                throw EntryPath.refused(
                        name(entry), "makes the archive larger than " + limits.unpacked() + " when it is unpacked");
            }
        }
    }

    static void requireApart(ZipFile zip, List<ZipArchiveEntry> entries) throws IOException {
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

    /** Whether it is a link or a device. */
    static boolean isSpecial(ZipArchiveEntry entry) {
        int type = type(entry);
        return type != 0 && type != REGULAR && type != FOLDER;
    }

    static boolean isFolder(ZipArchiveEntry entry) {
        return type(entry) == FOLDER || name(entry).endsWith("/") || name(entry).endsWith("\\");
    }

    private static int type(ZipArchiveEntry entry) {
        return (int) (entry.getExternalAttributes() >> Short.SIZE) & TYPE;
    }

    /** UTF-8 whether the flag says so or not, since many tools forget it; else what DOS had. */
    static String name(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        return switch (SourceText.decode(raw)) {
            case Parsed.Value<String>(String name) -> name;
            case Parsed.Bad<String> notUnicode -> new String(raw, Charset.forName("IBM437"));
        };
    }
}
