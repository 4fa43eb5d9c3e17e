package assay.training;

import ai.djl.ndarray.NDArray;
import ai.djl.training.Trainer;

/**
 * What a training loop works with. After each epoch the grader takes a copy of the weights, so that a run that breaks
 * off keeps what it had.
 */
public interface TrainingLoop {
    /** DJL's trainer of the task's network, with the task's loss and optimiser; its parameters are initialised. */
    Trainer trainer();

    /** How many batches an epoch has. */
    int batchesPerEpoch();

    /**
     * All training images, in a new order, a batch at a time; the last batch may be smaller. To be gone through once.
     */
    Iterable<ImageBatch> batches();

    /**
     * Notes the loss of a step; the mean over an epoch is reported.
     *
     * @param loss of one number
     */
    void record(NDArray loss);

    /**
     * Ends an epoch: its weights are taken, and what was recorded is reported.
     *
     * @return whether there is budget for another epoch; where there is none, training should end
     */
    boolean endEpoch();
}
