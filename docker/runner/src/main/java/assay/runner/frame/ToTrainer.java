package assay.runner.frame;

import static java.util.Objects.requireNonNull;

import assay.kernels.Tensor;
import java.util.List;

/** What the host says to a trainer. */
public sealed interface ToTrainer extends Frame permits Hello, ToTrainer.Train {
    /**
     * Train the task among those classes, once; answered by {@link FromTrainer.Announced}, an
     * {@link FromTrainer.EpochDone} for each epoch, and {@link FromTrainer.Finished} or {@link FromTrainer.Failed}.
     *
     * @param images of the training data
     * @param maxEpochs after which the loop is told to end
     * @param seed of initialisation and order
     * @param gpu whether to train on one
     * @param rateSteps updates whose learning rate is asked for
     * @param probe what to try the forward pass with
     * @param task the name of the task; empty where there is only one
     * @param start the weights to begin with; none where the task initialises its network itself
     */
    record Train(
            List<ClassFile> classes,
            Images images,
            int maxEpochs,
            long seed,
            boolean gpu,
            List<Integer> rateSteps,
            Probe probe,
            String task,
            List<Weight> start)
            implements ToTrainer {
        public Train {
            requireNonNull(images, "images is null");
            requireNonNull(probe, "probe is null");
            requireNonNull(task, "task is null");
            start = List.copyOf(start);
            classes = List.copyOf(classes);
            rateSteps = List.copyOf(rateSteps);
        }
    }

    /** How many images there are, and of which shape. */
    record Images(int count, int channels, int height, int width) {}

    /**
     * Weights and an input for which the network's output is asked for.
     *
     * @param weights of all parameters; where they do not fit, nothing is tried
     * @param input images of shape {@code [N, C, H, W]}
     * @param training whether to try it twice as in training, too
     */
    record Probe(List<Weight> weights, Tensor input, boolean training) {
        public Probe {
            requireNonNull(input, "input is null");
            weights = List.copyOf(weights);
        }
    }

    /**
     * The numbers of one parameter.
     *
     * @param name as the training API names it, e.g. {@code conv1.weight}
     */
    record Weight(String name, Tensor numbers) {
        public Weight {
            requireNonNull(name, "name is null");
            requireNonNull(numbers, "numbers is null");
        }
    }
}
