package assay.trainer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.Trainer;
import assay.kernels.Tensor;
import assay.runner.frame.FrameLimits;
import assay.runner.frame.ToTrainer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tries a network's forward pass with the host's weights on the host's input; the network's own weights come back. */
final class ForwardProbe {
    private ForwardProbe() {}

    /**
     * What the network gave.
     *
     * @param training what it gave as in training, each time
     * @param problem empty where it went well, or was not tried
     */
    record Result(Optional<Tensor> output, List<Tensor> training, String problem) {
        Result {
            training = List.copyOf(training);
        }
    }

    static Result of(ToTrainer.Probe probe, Trainer trainer, Map<String, Parameter> parameters) {
        try (NDManager manager = trainer.getManager().newSubManager()) {
            Map<Parameter, NDArray> own = new HashMap<>();
            parameters.values().forEach(parameter -> {
                NDArray copy = parameter.getArray().duplicate();
                copy.attach(manager);
                own.put(parameter, copy);
            });
            if (probe.weights().size() != parameters.size() || !NamedWeights.set(parameters, probe.weights())) {
                return new Result(Optional.empty(), List.of(), "");
            }
            try {
                return tried(probe, trainer, manager);
            } catch (RuntimeException e) { // the student's forward pass
                return new Result(Optional.empty(), List.of(), e.toString());
            } finally {
                own.forEach((parameter, numbers) -> numbers.copyTo(parameter.getArray()));
            }
        }
    }

    /** As after training first: training moves the running statistics of batch norms. */
    private static Result tried(ToTrainer.Probe probe, Trainer trainer, NDManager manager) {
        NDList input = new NDList(Tensors.array(manager, probe.input()));
        Tensor output = Tensors.of(trainer.evaluate(input).singletonOrThrow());
        List<Tensor> training = new ArrayList<>();
        for (int pass = 0; probe.training() && pass < FrameLimits.PASSES; pass++) {
            training.add(Tensors.of(trainer.forward(input).singletonOrThrow()));
        }
        return new Result(Optional.of(output), training, "");
    }
}
