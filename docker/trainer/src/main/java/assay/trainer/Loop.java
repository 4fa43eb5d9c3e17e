package assay.trainer;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.Trainer;
import assay.runner.frame.ToTrainer;
import assay.training.ImageBatch;
import assay.training.TrainingLoop;
import java.nio.FloatBuffer;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.IntStream;

/** The loop that a task is given: batches in a seeded order, and what is told after each epoch. */
final class Loop implements TrainingLoop {
    private final Trainer trainer;
    private final TrainingImages images;
    private final int batchSize;
    private final int maxEpochs;
    private final Random random;
    private final EpochEnd epochEnd;
    private int epochs;
    private int steps;
    private double sum;

    /** What is done at the end of an epoch. */
    interface EpochEnd {
        /** @param loss the mean of those recorded; NaN where none was */
        void done(int number, int steps, float loss);
    }

    Loop(Trainer trainer, TrainingImages images, int batchSize, int maxEpochs, long seed, EpochEnd epochEnd) {
        this.trainer = trainer;
        this.images = images;
        this.batchSize = batchSize;
        this.maxEpochs = maxEpochs;
        this.random = new Random(seed);
        this.epochEnd = epochEnd;
    }

    @Override
    public Trainer trainer() {
        return trainer;
    }

    @Override
    public int batchesPerEpoch() {
        return Math.ceilDiv(images.shape().count(), batchSize);
    }

    @Override
    public Iterable<ImageBatch> batches() {
        int[] order = shuffled();
        return () -> new Batches(order);
    }

    @Override
    public void record(NDArray loss) {
        requireNonNull(loss, "the loss is null; step returns the loss of its batch");
        sum += loss.toType(ai.djl.ndarray.types.DataType.FLOAT32, false).getFloat();
        steps++;
    }

    @Override
    public boolean endEpoch() {
        epochs++;
        epochEnd.done(epochs, steps, (float) (sum / steps));
        steps = 0;
        sum = 0;
        return epochs < maxEpochs;
    }

    private int[] shuffled() {
        int[] order = IntStream.range(0, images.shape().count()).toArray();
        for (int last = order.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int kept = order[last];
            order[last] = order[other];
            order[other] = kept;
        }
        return order;
    }

    /** Frees each batch, and what was computed from it, before the next. */
    private final class Batches implements Iterator<ImageBatch> {
        private final int[] order;
        private final float[] pixels;
        private int at;
        private NDManager manager = trainer.getManager().newSubManager();

        Batches(int[] order) {
            this.order = order;
            this.pixels = new float[Math.min(batchSize, order.length) * TrainingImages.imageBytes(images.shape())];
        }

        @Override
        public boolean hasNext() {
            manager.close();
            return at < order.length;
        }

        @Override
        public ImageBatch next() {
            if (at >= order.length) {
                throw new NoSuchElementException();
            }
            manager.close();
            manager = trainer.getManager().newSubManager();
            int count = Math.min(batchSize, order.length - at);
            images.copy(order, at, count, pixels);
            long[] labels = new long[count];
            for (int i = 0; i < count; i++) {
                labels[i] = images.labels()[order[at + i]];
            }
            at += count;
            return new ImageBatch(images(count), manager.create(labels));
        }

        private NDArray images(int count) {
            ToTrainer.Images shape = images.shape();
            return manager.create(
                    FloatBuffer.wrap(pixels, 0, count * TrainingImages.imageBytes(shape)),
                    new Shape(count, shape.channels(), shape.height(), shape.width()));
        }
    }
}
