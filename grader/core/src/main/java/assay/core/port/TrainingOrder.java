package assay.core.port;

import static java.util.Objects.requireNonNull;

import assay.kernels.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What goes into a training sandbox besides the classes: never a test label or an expected output.
 *
 * @param seed of initialisation and order
 * @param rateSteps updates whose learning rate is asked for
 * @param probe what the forward pass is tried with
 * @param start the weights to begin with, by name; empty where the task initialises its network itself
 */
public record TrainingOrder(long seed, List<Integer> rateSteps, Probe probe, SequencedMap<String, Tensor> start) {
    public TrainingOrder {
        requireNonNull(probe, "probe is null");
        rateSteps = List.copyOf(rateSteps);
        start = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(start));
    }

    /**
     * Weights and an input for which the network's output is asked for.
     *
     * @param weights by the names of the reference network's parameters
     * @param training whether the output while training is asked for as well
     */
    public record Probe(SequencedMap<String, Tensor> weights, Tensor input, boolean training) {
        public Probe {
            requireNonNull(input, "input is null");
            weights = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(weights));
        }
    }
}
