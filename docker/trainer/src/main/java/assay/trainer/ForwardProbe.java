package assay.trainer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.Trainer;
import assay.kernels.Tensor;
import assay.runner.frame.ToTrainer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Tries a network's forward pass with the host's weights on the host's input; the network's own weights come back. */
final class ForwardProbe {
    private ForwardProbe() {}

    /** @param problem empty where it went well, or was not tried */
    record Result(Optional<Tensor> output, String problem) {}

    static Result of(ToTrainer.Probe probe, Trainer trainer, List<Parameter> parameters) {
        if (!fits(probe.weights(), parameters)) {
            return new Result(Optional.empty(), "");
        }
        try (NDManager manager = trainer.getManager().newSubManager()) {
            List<NDArray> own = parameters.stream()
                    .map(parameter -> {
                        NDArray copy = parameter.getArray().duplicate();
                        copy.attach(manager);
                        return copy;
                    })
                    .toList();
            try {
                set(
                        parameters,
                        probe.weights().stream()
                                .map(weight -> Tensors.array(manager, weight))
                                .toList());
                NDList output = trainer.evaluate(new NDList(Tensors.array(manager, probe.input())));
                return new Result(Optional.of(Tensors.of(output.singletonOrThrow())), "");
            } catch (RuntimeException e) { // the student's forward pass
                return new Result(Optional.empty(), e.toString());
            } finally {
                set(parameters, own);
            }
        }
    }

    private static boolean fits(List<Tensor> weights, List<Parameter> parameters) {
        if (weights.size() != parameters.size()) {
            return false;
        }
        for (int i = 0; i < weights.size(); i++) {
            long[] shape = Arrays.stream(weights.get(i).shape()).asLongStream().toArray();
            if (!Arrays.equals(shape, parameters.get(i).getArray().getShape().getShape())) {
                return false;
            }
        }
        return true;
    }

    /** In place: the optimiser and the trainer know the arrays. */
    private static void set(List<Parameter> parameters, List<NDArray> values) {
        for (int i = 0; i < parameters.size(); i++) {
            values.get(i).copyTo(parameters.get(i).getArray());
        }
    }
}
