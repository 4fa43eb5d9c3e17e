package solution;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.training.Trainer;
import ai.djl.training.optimizer.Optimizer;
import assay.training.HyperParameters;
import assay.training.ImageBatch;
import assay.training.Task;
import assay.training.TrainingTask;

/** Question 6, RMSprop. */
@Task("mlp-rmsprop")
public final class MlpRmsprop implements TrainingTask {
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
        return new Rmsprop(0.0002);
    }

    @Override
    public NDArray step(Trainer trainer, ImageBatch batch) {
        return Step.of(trainer, batch);
    }
}
