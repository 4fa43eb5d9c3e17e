package assay.core.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The zip that a system gives out for a whole class. It is checked like a student's own and never unpacked: each file is
 * inflated from where it lies when its student is graded.
 */
final class ClassZip {
    private ClassZip() {}

    static List<ClassFile> list(Path zip) throws IOException {
        if (!Files.isRegularFile(zip)) {
            throw new Refusal("There is no such folder or zip.");
        }
        try (FileChannel channel = FileChannel.open(zip)) {
            if (channel.size() > ClassFiles.LIMITS.archive().bytes()) {
                throw new Refusal("The zip is larger than " + ClassFiles.LIMITS.archive()
                        + "; unpack it, and give the folder instead.");
            }
            ZipSurvey.check(channel.map(MapMode.READ_ONLY, 0, channel.size()), ClassFiles.LIMITS);
            return list(zip, channel);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | RuntimeException damage) {
            throw new Refusal("The zip is damaged or incomplete (" + Shown.plain(String.valueOf(damage.getMessage()))
                    + "). Please download it again.");
        }
    }

    private static List<ClassFile> list(Path path, FileChannel channel) throws IOException {
        // Closed with the channel, which the caller does.
        ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(channel)
                .setIgnoreLocalFileHeader(true)
                .get();
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
        if (entries.size() > ClassFiles.LIMITS.entries()) {
            throw new Refusal("There are more than " + ClassFiles.LIMITS.entries() + " files.");
        }
        for (ZipArchiveEntry entry : entries) {
            ZipChecks.requireReadable(entry);
        }
        ZipChecks.requireUnpackable(entries, ClassFiles.LIMITS);
        ZipChecks.requireApart(zip, entries);
        List<ClassFile> files = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (ZipArchiveEntry entry : entries) {
            String name = EntryPath.inside(ZipChecks.name(entry));
            if (ZipChecks.isFolder(entry)) {
                continue;
            }
            if (!seen.add(name)) {
                throw EntryPath.refused(name, "is there twice");
            }
            files.add(new ClassFile(name, modified(entry), ZipChecks.isSpecial(entry), new Slice(path, entry)));
        }
        return files;
    }

    private static Instant modified(ZipArchiveEntry entry) {
        return entry.getTime() < 0 ? Instant.EPOCH : Instant.ofEpochMilli(entry.getTime());
    }

    /** Where the data of one entry lies; whatever it inflates to is counted by its reader. */
    private record Slice(Path zip, long at, long compressed, long size, boolean deflated, long crc)
            implements ClassFile.Source {
        Slice(Path zip, ZipArchiveEntry entry) {
            this(
                    zip,
                    entry.getDataOffset(),
                    entry.getCompressedSize(),
                    entry.getSize(),
                    entry.getMethod() == ZipEntry.DEFLATED,
                    entry.getCrc());
        }

        @Override
        public InputStream open() throws IOException {
            SeekableByteChannel channel = Files.newByteChannel(zip);
            channel.position(at);
            InputStream raw = new BufferedInputStream(new BoundedInput(Channels.newInputStream(channel), compressed));
            InputStream plain = deflated ? new OwnInflater(raw) : raw;
            return new CheckedInput(plain, size, crc);
        }
    }

    /** Without a header around it; its native memory goes with the stream. */
    private static final class OwnInflater extends InflaterInputStream {
        OwnInflater(InputStream in) {
            super(in, new Inflater(true));
        }

        @Override
        public void close() throws IOException {
            super.close();
            inf.end();
        }
    }
}
