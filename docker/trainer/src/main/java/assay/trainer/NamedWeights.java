package assay.trainer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import assay.kernels.Tensor;
import assay.runner.frame.ToTrainer;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Puts the host's numbers into a network's parameters, in place: the optimiser and the trainer know the arrays. */
final class NamedWeights {
    private NamedWeights() {}

    /**
     * Sets all of them, or none where one has no parameter of its name and shape.
     *
     * @return whether they were set; nothing to set is nothing set
     */
    static boolean set(Map<String, Parameter> parameters, List<ToTrainer.Weight> weights) {
        Map<NDArray, Tensor> numbers = new IdentityHashMap<>();
        for (ToTrainer.Weight weight : weights) {
            Parameter parameter = parameters.get(weight.name());
            if (parameter == null || !fits(weight.numbers(), parameter.getArray())) {
                return false;
            }
            numbers.put(parameter.getArray(), weight.numbers());
        }
        numbers.forEach((target, source) -> {
            try (NDManager manager = target.getManager().newSubManager()) {
                Tensors.array(manager, source).copyTo(target);
            }
        });
        return !numbers.isEmpty();
    }

    private static boolean fits(Tensor numbers, NDArray target) {
        return Arrays.equals(
                Arrays.stream(numbers.shape()).asLongStream().toArray(),
                target.getShape().getShape());
    }
}
