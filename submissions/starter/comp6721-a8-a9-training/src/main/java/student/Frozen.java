package student;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.training.Trainer;
import assay.training.HyperParameters;
import assay.training.ImageBatch;
import assay.training.Task;
import assay.training.TrainingTask;

/** Question 5 (b): a new last layer on frozen weights; see statement.md. */
@Task("frozen")
public final class Frozen implements TrainingTask {
    @Override
    public HyperParameters hyperParameters() {
        throw new UnsupportedOperationException("number of epochs and batch size");
    }

    @Override
    public Block network() {
        throw new UnsupportedOperationException("the layers");
    }

    @Override
    public NDArray step(Trainer trainer, ImageBatch batch) {
        throw new UnsupportedOperationException("forward, loss, backward, update");
    }
}
