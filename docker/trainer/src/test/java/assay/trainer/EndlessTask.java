package assay.trainer;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.training.Trainer;
import assay.training.HyperParameters;
import assay.training.ImageBatch;
import assay.training.TrainingLoop;
import assay.training.TrainingTask;
import java.util.concurrent.locks.LockSupport;

/** A student's task that never comes to its first step. */
public final class EndlessTask implements TrainingTask {
    @Override
    public HyperParameters hyperParameters() {
        return new HyperParameters(1, 1);
    }

    @Override
    public Block network() {
        return Blocks.batchFlattenBlock();
    }

    @Override
    public NDArray step(Trainer trainer, ImageBatch batch) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void train(TrainingLoop loop) {
        while (true) {
            LockSupport.park();
        }
    }
}
