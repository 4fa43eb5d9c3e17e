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

/** Question 1. */
@Task("mlp")
public final class MlpSgd implements TrainingTask {
    @Override
    public HyperParameters hyperParameters() {
        return new HyperParameters(6, 64);
    }

    @Override
    public Block network() {
        return Mlp.network();
    }

    @Override
    public Optimizer optimizer() {
        return Optimizer.sgd()
                .setLearningRateTracker(Tracker.fixed(0.01f))
                .optMomentum(0.9f)
                .build();
    }

    @Override
    public NDArray step(Trainer trainer, ImageBatch batch) {
        return Step.of(trainer, batch);
    }
}
