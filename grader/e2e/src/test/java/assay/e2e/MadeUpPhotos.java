package assay.e2e;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Colour images in the form of CIFAR-10's: each class is bright at a place of its own, in noise. */
final class MadeUpPhotos {
    private static final int SIDE = 32;
    private static final int CHANNELS = 3;
    private static final int TEST = 10_000;

    private MadeUpPhotos() {}

    /** Writes test images for the reference networks and training images for a trainer, whose folder it gives. */
    static Path in(Path folder, int training) throws IOException {
        Random random = new Random(2);
        Path cifar = Files.createDirectories(folder.resolve("cifar10"));
        ByteBuffer test = ByteBuffer.allocate(TEST * (1 + CHANNELS * SIDE * SIDE));
        for (int i = 0; i < TEST; i++) {
            int label = random.nextInt(10);
            test.put((byte) label);
            draw(test, label, random);
        }
        Files.write(cifar.resolve("test_batch.bin"), test.array());
        Path seen = Files.createDirectories(folder.resolve("seen-photos"));
        ByteBuffer pixels = ByteBuffer.allocate(training * CHANNELS * SIDE * SIDE);
        byte[] labels = new byte[training];
        for (int i = 0; i < training; i++) {
            labels[i] = (byte) random.nextInt(10);
            draw(pixels, labels[i], random);
        }
        Files.write(seen.resolve("train-labels.u8"), labels);
        Files.write(seen.resolve("train-images.u8"), pixels.array());
        return seen;
    }

    private static void draw(ByteBuffer pixels, int label, Random random) {
        for (int channel = 0; channel < CHANNELS; channel++) {
            for (int at = 0; at < SIDE * SIDE; at++) {
                boolean bright = at / SIDE / 8 == label / 4 && at % SIDE / 8 == label % 4;
                pixels.put((byte) (random.nextInt(60) + (bright ? 190 : 0)));
            }
        }
    }
}
