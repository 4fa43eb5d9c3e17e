package solution;

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

/** The deeper plain twin with n = 5, over the notebook's 64,000 updates. */
@Task("plain32")
public final class Plain32 implements TrainingTask {
    private final Random random = new Random(1);

    @Override
    public HyperParameters hyperParameters() {
        return new HyperParameters(164, Step.BATCH);
    }

    @Override
    public Block network() {
        return Networks.of(5, false);
    }

    @Override
    public Tracker learningRate() {
        return Step.schedule(64_000);
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
