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

/** Question 3. */
@Task("cnn")
public final class PlainCnn implements TrainingTask {
    @Override
    public HyperParameters hyperParameters() {
        return new HyperParameters(3, 64);
    }

    @Override
    public Block network() {
        return new Cnn(false);
    }

    @Override
    public Optimizer optimizer() {
        return Optimizer.adam().optLearningRateTracker(Tracker.fixed(0.001f)).build();
    }

    @Override
    public NDArray step(Trainer trainer, ImageBatch batch) {
        return Step.of(trainer, batch);
    }
}
