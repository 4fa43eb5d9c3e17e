package assay.core.port;

import static java.util.Objects.requireNonNull;

import assay.kernels.Tensor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came out of a training sandbox. Every text, number and weight in it is a stranger's.
 *
 * @param announced empty where the code did not get as far
 * @param epochs those that were completed; only the last still has its weights
 * @param printed what the code printed, capped
 * @param gpuTime how long a GPU was assigned to it; zero where none was
 */
public record TrainingRun(
        Optional<Announced> announced, List<Epoch> epochs, End end, String printed, Duration gpuTime) {
    public TrainingRun {
        requireNonNull(announced, "announced is null");
        requireNonNull(end, "end is null");
        requireNonNull(printed, "printed is null");
        requireNonNull(gpuTime, "gpuTime is null");
        epochs = List.copyOf(epochs);
    }

    /** Without a GPU. */
    public TrainingRun(Optional<Announced> announced, List<Epoch> epochs, End end, String printed) {
        this(announced, epochs, end, printed, Duration.ZERO);
    }

    /**
     * What the task says of itself.
     *
     * @param rates learning rates at the updates that were asked for
     * @param output of the probe; empty where the weights did not fit the network or it failed
     * @param training outputs of the probe in two passes as in training; none where they were not asked for
     * @param problem why the probe failed; empty where it did not
     * @param weights before the first update, as a safetensors file
     */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    public record Announced(
            String className,
            int epochs,
            int batchSize,
            List<Float> rates,
            Optional<Tensor> output,
            List<Tensor> training,
            String problem,
            byte[] weights) {
        public Announced {
            requireNonNull(className, "className is null");
            requireNonNull(output, "output is null");
            requireNonNull(problem, "problem is null");
            requireNonNull(weights, "weights is null");
            rates = List.copyOf(rates);
            training = List.copyOf(training);
        }
    }

    /**
     * One epoch.
     *
     * @param number from 1
     * @param loss the mean of its losses, as the code reports them
     * @param wall as measured outside
     * @param weights after it, as a safetensors file
     */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    public record Epoch(int number, float loss, Duration wall, byte[] weights) {
        public Epoch {
            requireNonNull(wall, "wall is null");
            requireNonNull(weights, "weights is null");
        }
    }

    /** How a run ended. */
    public sealed interface End {
        /** The task's loop returned. */
        record Finished() implements End {}

        /** The watcher ended it. */
        record Stopped(String reason) implements End {
            public Stopped {
                requireNonNull(reason, "reason is null");
            }
        }

        /** The code threw, or there was nothing to train. */
        record Threw(CallOutcome.Kind kind, String type, String message, List<String> stack) implements End {
            public Threw {
                requireNonNull(kind, "kind is null");
                requireNonNull(type, "type is null");
                requireNonNull(message, "message is null");
                stack = List.copyOf(stack);
            }
        }

        /** It went over a limit, or died. */
        record Killed(CallOutcome.Cause cause, String detail) implements End {
            public Killed {
                requireNonNull(cause, "cause is null");
                requireNonNull(detail, "detail is null");
            }
        }
    }
}
