package student;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.training.Trainer;
import assay.training.HyperParameters;
import assay.training.ImageBatch;
import assay.training.Task;
import assay.training.TrainingTask;

/** 2.2: the plain twin, n = 5; see statement.md. */
@Task("plain32")
public final class Plain32 implements TrainingTask {
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
