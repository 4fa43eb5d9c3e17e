package assay.golden.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One of CIFAR-10's official binary files: 10,000 records of one label byte and 3072 pixel bytes, the red, green and
 * blue planes of 32 x 32 pixels row by row.
 */
final class CifarFile {
    private static final int LABEL = 1;

    private CifarFile() {}

    /** @throws DataFileException if it is anything else */
    static ImageSet read(Path file, int images) throws IOException, DataFileException {
        ImageShape shape = DataSet.CIFAR10.shape();
        int record = LABEL + shape.bytes();
        long expected = (long) images * record;
        long size = Files.size(file);
        if (size != expected) {
            throw DataFileException.at(
                    file.toString(),
                    Math.min(size, expected),
                    "the file has %,d bytes, and %,d images take %,d".formatted(size, images, expected));
        }
        byte[] bytes = Files.readAllBytes(file);
        byte[] pixels = new byte[images * shape.bytes()];
        byte[] labels = new byte[images];
        for (int i = 0; i < images; i++) {
            int at = i * record;
            if (bytes[at] < 0 || bytes[at] >= DataSet.CLASSES) {
                throw DataFileException.at(
                        file.toString(), at, "label %d is not from 0 to 9".formatted(bytes[at] & 0xff));
            }
            labels[i] = bytes[at];
            System.arraycopy(bytes, at + LABEL, pixels, i * shape.bytes(), shape.bytes());
        }
        return new ImageSet(shape, pixels, labels);
    }
}
