package solution;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.training.Trainer;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import assay.training.HyperParameters;
import assay.training.ImageBatch;
import assay.training.Task;
import assay.training.TrainingTask;

/** The network of 1.3, with SGD and momentum; the last of three epochs has a tenth of the rate. */
@Task("simple")
public final class SimpleNet implements TrainingTask {
    private static final int EPOCHS = 3;
    private static final int UPDATES_PER_EPOCH = 469;

    @Override
    public HyperParameters hyperParameters() {
        return new HyperParameters(EPOCHS, Step.BATCH);
    }

    @Override
    public Block network() {
        return new SequentialBlock()
                .add(convolution(32))
                .add(Layers.batchNorm())
                .add(Activation::relu)
                .add(convolution(64))
                .add(Layers.batchNorm())
                .add(Activation::relu)
                .add(Blocks.batchFlattenBlock())
                .add(Linear.builder().setUnits(10).build());
    }

    private static Block convolution(int filters) {
        return Conv2d.builder()
                .setKernelShape(new Shape(7, 7))
                .setFilters(filters)
                .build();
    }

    @Override
    public Tracker learningRate() {
        return update -> update < (EPOCHS - 1) * UPDATES_PER_EPOCH ? 0.01f : 0.001f;
    }

    @Override
    public Optimizer optimizer() {
        return Optimizer.sgd()
                .setLearningRateTracker(learningRate())
                .optMomentum(0.9f)
                .build();
    }

    @Override
    public NDArray step(Trainer trainer, ImageBatch batch) {
        return Step.of(trainer, batch.images(), batch.labels());
    }
}
