package assay.core.port;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.TrainingSpec;
import assay.kernels.Tensor;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** The truth about networks: which parameters they have, what they give, how much they get right. Throws GraderFault. */
public interface ReferenceNetworks {
    /** Weights and an input drawn by the seed, and what the network gives for them. The same seed gives the same. */
    Probe probe(TrainingSpec spec, long seed);

    /**
     * Loads weights into the reference network and counts the test images that it gets right.
     *
     * @param weights a safetensors file, by whomever
     * @param images at most so many, the first ones
     */
    Measured measure(TrainingSpec spec, byte[] weights, int images);

    /**
     * The numbers of weights that fit, by parameter.
     *
     * @throws assay.core.domain.GraderFault if they do not fit
     */
    Map<String, Tensor> weights(TrainingSpec spec, byte[] weights);

    /** For the provenance: versions, and the digest of the test data. */
    Map<String, String> description(TrainingSpec spec);

    /**
     * What a forward pass is tried with.
     *
     * @param weights by the names of the parameters
     * @param expected what never enters a sandbox
     * @param training what is expected while training, which does not enter either; empty where there is chance in it
     */
    record Probe(SequencedMap<String, Tensor> weights, Tensor input, Tensor expected, Optional<Tensor> training) {
        public Probe {
            requireNonNull(input, "input is null");
            requireNonNull(expected, "expected is null");
            requireNonNull(training, "training is null");
            weights = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(weights));
        }
    }

    /** What came of weights. */
    sealed interface Measured {
        /** They are not the network's; each difference is a sentence. */
        record Unfit(List<String> differences) implements Measured {
            public Unfit {
                differences = List.copyOf(differences);
            }
        }

        /** They fit, but not all are numbers. */
        record NotFinite(String where) implements Measured {
            public NotFinite {
                requireNonNull(where, "where is null");
            }
        }

        /**
         * They fit.
         *
         * @param loss the mean cross entropy over the images
         * @param low the lower end of the 95 % Wilson interval of the accuracy
         * @param high its upper end
         */
        record Accuracy(int correct, int total, double loss, double low, double high) implements Measured {
            /** From 0 to 1. */
            public double share() {
                return (double) correct / total;
            }

            /** Whether more than that share is right; without rounding, so that 7,500 of 10,000 is not above 75 %. */
            public boolean isAbove(double above) {
                return BigDecimal.valueOf(correct)
                                .compareTo(BigDecimal.valueOf(above).multiply(BigDecimal.valueOf(total)))
                        > 0;
            }
        }
    }
}
