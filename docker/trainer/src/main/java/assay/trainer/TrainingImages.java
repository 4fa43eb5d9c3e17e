package assay.trainer;

import assay.runner.frame.ToTrainer;
import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The training data: one byte a pixel, image after image, channel by channel; one byte a label.
 *
 * @param pixels of all images, mapped and not read at once
 * @param labels one an image
 */
@SuppressWarnings("ArrayRecordComponent") // held, never compared
record TrainingImages(ToTrainer.Images shape, MappedByteBuffer pixels, byte[] labels) implements AutoCloseable {
    static final String IMAGES = "train-images.u8";
    static final String LABELS = "train-labels.u8";

    static TrainingImages open(Path folder, ToTrainer.Images shape) throws IOException {
        Path images = folder.resolve(IMAGES);
        long bytes = (long) shape.count() * imageBytes(shape);
        byte[] labels = Files.readAllBytes(folder.resolve(LABELS));
        if (Files.size(images) != bytes || labels.length != shape.count()) {
            throw new IOException("the files in " + folder + " do not hold " + shape.count() + " images");
        }
        try (FileChannel channel = FileChannel.open(images, StandardOpenOption.READ)) {
            return new TrainingImages(shape, channel.map(FileChannel.MapMode.READ_ONLY, 0, bytes), labels);
        }
    }

    static int imageBytes(ToTrainer.Images shape) {
        return shape.channels() * shape.height() * shape.width();
    }

    /**
     * Puts images into the buffer, each number from -1 to 1.
     *
     * @param order the images by their index, of which those from {@code from} are taken
     */
    void copy(int[] order, int from, int count, float[] target) {
        byte[] image = new byte[imageBytes(shape)];
        int at = 0;
        for (int i = from; i < from + count; i++) {
            pixels.get(order[i] * image.length, image); // at once: a byte at a time takes several times as long
            for (byte value : image) {
                target[at++] = SCALED[value & 0xff];
            }
        }
    }

    private static final float[] SCALED = scaled();

    private static float[] scaled() {
        float[] values = new float[256];
        for (int value = 0; value < values.length; value++) {
            values[value] = (value / 255f - 0.5f) / 0.5f;
        }
        return values;
    }

    @Override
    public void close() {
        // The mapping ends with the process.
    }
}
