package assay.core.port;

import static java.util.Objects.requireNonNull;

import assay.kernels.Tensor;
import java.util.List;

/**
 * What goes into a training sandbox besides the classes: never a test label or an expected output.
 *
 * @param seed of initialisation and order
 * @param rateSteps updates whose learning rate is asked for
 * @param probeWeights for each parameter of the reference network, in order
 * @param probeInput what the network's output is asked for with those weights
 */
public record TrainingOrder(long seed, List<Integer> rateSteps, List<Tensor> probeWeights, Tensor probeInput) {
    public TrainingOrder {
        requireNonNull(probeInput, "probeInput is null");
        rateSteps = List.copyOf(rateSteps);
        probeWeights = List.copyOf(probeWeights);
    }
}
