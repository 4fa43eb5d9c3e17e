package assay.e2e;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;

/** Digits that a network learns in an epoch: each class has a bright block at a place of its own, in noise. */
final class MadeUpDigits {
    private static final int SIDE = 28;
    private static final int TEST = 10_000;

    private MadeUpDigits() {}

    /** Writes test images for the reference networks and training images for a trainer, whose folder it gives. */
    static Path in(Path folder, int training) throws IOException {
        Random random = new Random(1);
        Path mnist = Files.createDirectories(folder.resolve("mnist"));
        ByteBuffer images = ByteBuffer.allocate(16 + TEST * SIDE * SIDE);
        images.putInt(0x803).putInt(TEST).putInt(SIDE).putInt(SIDE);
        byte[] labels = draw(images, TEST, random);
        Files.write(mnist.resolve("t10k-images-idx3-ubyte"), images.array());
        Files.write(
                mnist.resolve("t10k-labels-idx1-ubyte"),
                ByteBuffer.allocate(8 + TEST)
                        .putInt(0x801)
                        .putInt(TEST)
                        .put(labels)
                        .array());
        Path seen = Files.createDirectories(folder.resolve("seen"));
        ByteBuffer pixels = ByteBuffer.allocate(training * SIDE * SIDE);
        Files.write(seen.resolve("train-labels.u8"), draw(pixels, training, random));
        Files.write(seen.resolve("train-images.u8"), pixels.array());
        for (Path path : new Path[] {folder, seen}) { // a container's user is another
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return seen;
    }

    private static byte[] draw(ByteBuffer pixels, int count, Random random) {
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            int label = random.nextInt(10);
            labels[i] = (byte) label;
            for (int at = 0; at < SIDE * SIDE; at++) {
                boolean bright = at / SIDE / 6 == label / 4 && at % SIDE / 7 == label % 4;
                pixels.put((byte) (random.nextInt(60) + (bright ? 190 : 0)));
            }
        }
        return labels;
    }
}
