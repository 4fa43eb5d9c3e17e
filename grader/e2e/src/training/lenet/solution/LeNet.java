import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.tracker.Tracker;
import assay.training.HyperParameters;
import assay.training.ImageBatch;
import assay.training.TrainingTask;

/** Three epochs of Adam, with a learning rate that falls to nothing. */
public final class LeNet implements TrainingTask {
    private static final int EPOCHS = 3;
    private static final int BATCH = 64;
    private static final int UPDATES = EPOCHS * (60_000 / BATCH + 1);
    private static final float PEAK = 0.003f;

    @Override
    public HyperParameters hyperParameters() {
        return new HyperParameters(EPOCHS, BATCH);
    }

    @Override
    public Block network() {
        return new SequentialBlock()
                .add(Conv2d.builder().setKernelShape(new Shape(5, 5)).setFilters(6).build())
                .add(Activation::relu)
                .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                .add(Conv2d.builder().setKernelShape(new Shape(5, 5)).setFilters(16).build())
                .add(Activation::relu)
                .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                .add(Blocks.batchFlattenBlock())
                .add(Linear.builder().setUnits(120).build())
                .add(Activation::relu)
                .add(Linear.builder().setUnits(84).build())
                .add(Activation::relu)
                .add(Linear.builder().setUnits(10).build());
    }

    @Override
    public Tracker learningRate() {
        return update -> PEAK * Math.max(0.01f, 1 - update / (float) UPDATES);
    }

    @Override
    public NDArray step(Trainer trainer, ImageBatch batch) {
        NDArray loss;
        try (GradientCollector collector = trainer.newGradientCollector()) {
            NDList logits = trainer.forward(new NDList(batch.images()));
            loss = trainer.getLoss().evaluate(new NDList(batch.labels()), logits);
            collector.backward(loss);
        }
        trainer.step();
        return loss;
    }
}
