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

/** Question 6, Adam. */
@Task("mlp-adam")
public final class MlpAdam implements TrainingTask {
    @Override
    public HyperParameters hyperParameters() {
        return new HyperParameters(5, 64);
    }

    @Override
    public Block network() {
        return Mlp.network();
    }

    @Override
    public Optimizer optimizer() {
        return Optimizer.adam().optLearningRateTracker(Tracker.fixed(0.0005f)).build();
    }

    @Override
    public NDArray step(Trainer trainer, ImageBatch batch) {
        return Step.of(trainer, batch);
    }
}
