package bruno;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.training.Trainer;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import assay.training.HyperParameters;
import assay.training.ImageBatch;
import assay.training.Task;
import assay.training.TrainingTask;
import java.util.Random;

/** Calls itself a ResNet, and has no shortcuts. Steps down from 32,000 on, and then no further. */
@Task("resnet20")
public final class ResNet20 implements TrainingTask {
    private final Random random = new Random(1);

    @Override
    public HyperParameters hyperParameters() {
        return new HyperParameters(1, 128);
    }

    @Override
    public Block network() {
        return Networks.of(3, false);
    }

    @Override
    public Tracker learningRate() {
        return update -> update < 32_000 ? 0.1f : 0.01f;
    }

    @Override
    public Optimizer optimizer() {
        return Step.sgd(learningRate());
    }

    @Override
    public NDArray step(Trainer trainer, ImageBatch batch) {
        return Step.of(trainer, Step.varied(batch, random), batch.labels());
    }
}
