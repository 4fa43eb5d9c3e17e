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

/** The plain twin with n = 3. */
@Task("plain20")
public final class Plain20 implements TrainingTask {
    private static final int EPOCHS = 2;

    private final Random random = new Random(1);

    @Override
    public HyperParameters hyperParameters() {
        return new HyperParameters(EPOCHS, Step.BATCH);
    }

    @Override
    public Block network() {
        return Networks.of(3, false);
    }

    @Override
    public Tracker learningRate() {
        return Step.scheduleOf(EPOCHS);
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
