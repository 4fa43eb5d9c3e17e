package karim;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.training.Trainer;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import assay.training.HyperParameters;
import assay.training.ImageBatch;
import assay.training.Task;
import assay.training.TrainingTask;

/**
 * Question 6, RMSprop. Without momentum and without Adam's correction each step moves every weight by about the whole rate, and the
 * first ones by ten times as much: so the rate is small, and falls to nothing.
 */
@Task("mlp-rmsprop")
public final class MlpRmsprop implements TrainingTask {
    private static final int EPOCHS = 5;
    private static final float UPDATES = EPOCHS * 782f;

    @Override
    public HyperParameters hyperParameters() {
        return new HyperParameters(EPOCHS, 64);
    }

    @Override
    public Block network() {
        return Mlp.network();
    }

    @Override
    public Tracker learningRate() {
        return update -> 0.0001f * Math.max(0, 1 - update / UPDATES);
    }

    @Override
    public Optimizer optimizer() {
        return new Rmsprop(learningRate());
    }

    @Override
    public NDArray step(Trainer trainer, ImageBatch batch) {
        return Step.of(trainer, batch);
    }
}
