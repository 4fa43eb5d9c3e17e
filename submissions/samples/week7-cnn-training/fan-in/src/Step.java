package ines;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import assay.training.ImageBatch;
import java.util.Random;

/** One step, and what all CIFAR-10 runs have in common. */
final class Step {
    static final int BATCH = 128;

    private static final int UPDATES_PER_EPOCH = 391;
    private static final int PADDING = 4;

    private Step() {}

    /** 0.1, from half of the updates on 0.01, from three quarters on 0.001. */
    static Tracker schedule(int updates) {
        return update -> update < updates / 2 ? 0.1f : update < updates / 4 * 3 ? 0.01f : 0.001f;
    }

    /** The same over so many epochs. */
    static Tracker scheduleOf(int epochs) {
        return schedule(epochs * UPDATES_PER_EPOCH);
    }

    static Optimizer sgd(Tracker rate) {
        return Optimizer.sgd()
                .setLearningRateTracker(rate)
                .optMomentum(0.9f)
                .optWeightDecays(1e-4f)
                .build();
    }

    static NDArray of(Trainer trainer, NDArray images, NDArray labels) {
        NDArray loss;
        try (GradientCollector collector = trainer.newGradientCollector()) {
            NDList logits = trainer.forward(new NDList(images));
            loss = trainer.getLoss().evaluate(new NDList(labels), logits);
            collector.backward(loss);
        }
        trainer.step();
        return loss;
    }

    /** A crop of the batch padded by 4, and every second image mirrored. */
    static NDArray varied(ImageBatch batch, Random random) {
        NDArray images = batch.images();
        Shape shape = images.getShape();
        long side = shape.get(2);
        NDArray padded = images.getManager()
                .zeros(new Shape(shape.get(0), shape.get(1), side + 2 * PADDING, side + 2 * PADDING));
        padded.set(new NDIndex(":, :, %d:%d, %d:%d".formatted(PADDING, PADDING + side, PADDING, PADDING + side)), images);
        int top = random.nextInt(2 * PADDING + 1);
        int left = random.nextInt(2 * PADDING + 1);
        NDArray cropped = padded.get(":, :, %d:%d, %d:%d".formatted(top, top + side, left, left + side));
        NDArray coin = images.getManager()
                .randomUniform(0, 1, new Shape(shape.get(0), 1, 1, 1))
                .lt(0.5f);
        return channelsLast(NDArrays.where(coin.broadcast(cropped.getShape()), cropped.flip(3), cropped));
    }

    /** The same images with the channels of a pixel side by side in memory, which is quicker on processors. */
    private static NDArray channelsLast(NDArray images) {
        Shape shape = images.getShape();
        return images.transpose(0, 2, 3, 1)
                .flatten() // which copies, in the new order
                .reshape(shape.get(0), shape.get(2), shape.get(3), shape.get(1))
                .transpose(0, 3, 1, 2);
    }
}
