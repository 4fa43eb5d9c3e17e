package solution;

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
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import assay.training.HyperParameters;
import assay.training.ImageBatch;
import assay.training.TrainingTask;

/** backprop_deep with T = 10, B = 100, gamma = 0.001 and rho = 0.9. */
public final class LeNet implements TrainingTask {
    @Override
    public HyperParameters hyperParameters() {
        return new HyperParameters(10, 100);
    }

    @Override
    public Block network() {
        return new SequentialBlock()
                .add(convolution(6))
                .add(Activation::relu)
                .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                .add(convolution(16))
                .add(Activation::relu)
                .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                .add(Blocks.batchFlattenBlock())
                .add(Linear.builder().setUnits(120).build())
                .add(Activation::relu)
                .add(Linear.builder().setUnits(84).build())
                .add(Activation::relu)
                .add(Linear.builder().setUnits(10).build());
    }

    private static Block convolution(int filters) {
        return Conv2d.builder()
                .setKernelShape(new Shape(5, 5))
                .setFilters(filters)
                .build();
    }

    @Override
    public Tracker learningRate() {
        return Tracker.fixed(0.001f);
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
        NDArray loss;
        try (GradientCollector collector = trainer.newGradientCollector()) {
            NDList outputs = trainer.forward(new NDList(batch.images()));
            loss = trainer.getLoss().evaluate(new NDList(batch.labels()), outputs);
            collector.backward(loss);
        }
        trainer.step();
        return loss;
    }
}
