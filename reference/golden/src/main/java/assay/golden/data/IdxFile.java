package assay.golden.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * An IDX file of bytes, as MNIST comes in, plain or in gzip: two zeros, the type (8 for bytes), the number of
 * dimensions, each dimension as a big-endian int, then the bytes.
 */
final class IdxFile {
    private static final int BYTES = 8;
    private static final String GZIP = ".gz";

    private IdxFile() {}

    /**
     * The bytes, if the file has exactly those dimensions.
     *
     * @throws DataFileException if it is anything else; offsets are in what is in the gzip file
     */
    static byte[] read(Path file, int... dimensions) throws IOException, DataFileException {
        int header = Integer.BYTES * (1 + dimensions.length);
        int size = Arrays.stream(dimensions).reduce(1, Math::multiplyExact);
        byte[] all = content(file, header + size);
        if (all.length < header) {
            throw DataFileException.at(file.toString(), all.length, "the file ends within its header");
        }
        ByteBuffer in = ByteBuffer.wrap(all);
        int magic = in.getInt();
        if (magic != (BYTES << Byte.SIZE | dimensions.length)) {
            throw DataFileException.at(
                    file.toString(), 0, "the file begins with 0x%08x and not as an IDX file of bytes".formatted(magic));
        }
        for (int dimension : dimensions) {
            int found = in.getInt();
            if (found != dimension) {
                throw DataFileException.at(
                        file.toString(),
                        in.position() - Integer.BYTES,
                        "a dimension is %d and should be %d".formatted(found, dimension));
            }
        }
        if (all.length != header + size) {
            throw DataFileException.at(
                    file.toString(),
                    Math.min(all.length, header + size),
                    "the file has %s bytes than its header says"
                            .formatted(all.length < header + size ? "fewer" : "more"));
        }
        return Arrays.copyOfRange(all, header, all.length);
    }

    /** At most one byte more than there may be, so that no file takes more memory than it is worth. */
    private static byte[] content(Path file, int most) throws IOException, DataFileException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(GZIP) ? new GZIPInputStream(raw) : raw) {
            return in.readNBytes(most + 1);
        } catch (ZipException e) {
            throw DataFileException.at(file.toString(), 0, "this is no gzip file: " + e.getMessage());
        }
    }
}
