package assay.training;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

/**
 * A network and how it is trained. Implement it once, in a class with a constructor without parameters; where an assignment
 * has several tasks, once for each, and say which it is by {@link Task}.
 *
 * <p>The least that a task needs is {@link #hyperParameters}, {@link #network} and {@link #step}; the rest has defaults
 * that can be overridden. What counts is measured by the grader: it loads the trained weights into its own copy of the
 * network that the assignment asks for and counts the test images that this copy gets right.
 *
 * <p><b>Names of parameters.</b> Layers are numbered by kind in the order in which they were added to the network:
 * {@code conv1}, {@code conv2}, … for convolutions, {@code fc1}, … for linear layers, {@code bn1}, … for batch norms
 * and {@code layer1}, … for layers of your own; their parameters are {@code weight}, {@code bias}, {@code gamma},
 * {@code beta}, {@code running_mean} and {@code running_var}. How you call your fields does not matter.
 *
 * <p><b>Weights to begin with.</b> Where an assignment says so, the network's parameters are set to given numbers after they
 * were initialised and before {@link #train}.
 */
public interface TrainingTask {
    /** How many epochs, and how large a batch. */
    HyperParameters hyperParameters();

    /**
     * The network, not initialised: input {@code [N, C, H, W]}, output the logits {@code [N, classes]}, without softmax.
     * Either a {@code SequentialBlock}, or a class of your own that extends {@code AbstractBlock}, adds its layers in
     * the constructor and calls them in {@code forwardInternal}.
     */
    Block network();

    /**
     * One step of training: forward, loss, backward, update.
     *
     * <p>In PyTorch's words: {@code zero_grad(); loss = criterion(model(images), labels); loss.backward(); step();}. In
     * DJL gradients are collected while a {@code GradientCollector} is open, which {@code trainer.newGradientCollector()}
     * gives; {@code trainer.step()} updates the parameters with the optimiser.
     *
     * @param trainer of {@link #network}, with {@link #loss} and {@link #optimizer}
     * @return the loss of this batch, one number
     */
    NDArray step(Trainer trainer, ImageBatch batch);

    /** What is to be made small: by default the mean cross entropy of the softmax of the logits. */
    default Loss loss() {
        return Loss.softmaxCrossEntropyLoss();
    }

    /** The learning rate by the number of the update, from 0: by default 0.001 throughout. */
    default Tracker learningRate() {
        return Tracker.fixed(0.001f);
    }

    /** What turns gradients into updates: by default Adam with {@link #learningRate}. */
    default Optimizer optimizer() {
        return Optimizer.adam().optLearningRateTracker(learningRate()).build();
    }

    /** The whole training: by default {@link HyperParameters#epochs} times one {@link #step} for each batch. */
    default void train(TrainingLoop loop) {
        int epochs = hyperParameters().epochs();
        boolean more = true;
        for (int epoch = 0; epoch < epochs && more; epoch++) {
            for (ImageBatch batch : loop.batches()) {
                loop.record(step(loop.trainer(), batch));
            }
            more = loop.endEpoch();
        }
    }
}
