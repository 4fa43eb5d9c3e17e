package assay.runner.frame;

import static java.util.Objects.requireNonNull;

import assay.kernels.Tensor;
import java.util.List;
import java.util.Optional;

/** What a trainer answers. Everything in it is a stranger's: texts, numbers and weights. */
public sealed interface FromTrainer extends Frame
        permits Ready, Exhausted, FromTrainer.Announced, FromTrainer.EpochDone, FromTrainer.Finished, FromTrainer.Failed {

    /**
     * The task is made and its network initialised; training begins now.
     *
     * @param rates learning rates at the steps that were asked for
     * @param output of the probe; empty where it was not tried or failed
     * @param problem why the probe failed; empty where it did not
     * @param weights before the first step, as safetensors
     */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Announced(
            String className,
            int epochs,
            int batchSize,
            List<Float> rates,
            Optional<Tensor> output,
            String problem,
            byte[] weights)
            implements FromTrainer {
        public Announced {
            requireNonNull(className, "className is null");
            requireNonNull(output, "output is null");
            requireNonNull(problem, "problem is null");
            requireNonNull(weights, "weights is null");
            rates = List.copyOf(rates);
        }
    }

    /**
     * An epoch is over.
     *
     * @param number from 1
     * @param steps how many losses were recorded in it
     * @param loss their mean
     * @param weights after it, as safetensors
     */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record EpochDone(int number, int steps, float loss, byte[] weights) implements FromTrainer {
        public EpochDone {
            requireNonNull(weights, "weights is null");
        }
    }

    /** The task's loop returned. */
    record Finished() implements FromTrainer {}

    /**
     * The code threw, or there was nothing to train.
     *
     * @param type of the exception; empty where there is none
     * @param stack the student's own frames, innermost first
     */
    record Failed(Failure failure, String type, String message, List<String> stack) implements FromTrainer {
        public Failed {
            requireNonNull(failure, "failure is null");
            requireNonNull(type, "type is null");
            requireNonNull(message, "message is null");
            stack = List.copyOf(stack);
        }
    }
}
