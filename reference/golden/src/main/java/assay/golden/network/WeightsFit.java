package assay.golden.network;

import assay.golden.weights.SafetensorsException;
import assay.golden.weights.SafetensorsReader;
import assay.kernels.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Holds weights against a network's parameters: names, shapes and their number, each difference named. */
sealed interface WeightsFit {
    record Fits(Map<String, Tensor> weights) implements WeightsFit {}

    record Differs(List<String> differences) implements WeightsFit {}

    static WeightsFit of(ReferenceNetwork network, byte[] file) {
        Map<String, Tensor> weights;
        try {
            weights = SafetensorsReader.read(file);
        } catch (SafetensorsException e) {
            return new Differs(List.of("this is no file of weights: " + e.explanation()));
        }
        List<String> differences = differences(network, weights);
        return differences.isEmpty() ? new Fits(weights) : new Differs(differences);
    }

    /** A sentence each, without its end. */
    private static List<String> differences(ReferenceNetwork network, Map<String, Tensor> weights) {
        List<String> differences = new ArrayList<>();
        Map<String, List<Integer>> parameters = network.parameters();
        long expected = parameters.values().stream().mapToLong(WeightsFit::size).sum();
        long found = weights.values().stream().mapToLong(Tensor::size).sum();
        if (found != expected) {
            differences.add(String.format(Locale.ROOT, "it has %,d numbers instead of %,d", found, expected));
        }
        parameters.forEach((name, shape) -> {
            Tensor tensor = weights.get(name);
            if (tensor == null) {
                differences.add(name + " " + shape + " is missing");
            } else if (!shape(tensor).equals(shape)) {
                differences.add("%s has the shape %s instead of %s".formatted(name, shape(tensor), shape));
            }
        });
        weights.forEach((name, tensor) -> {
            if (!parameters.containsKey(name)) {
                differences.add("there should be no " + name + " " + shape(tensor));
            }
        });
        return differences;
    }

    private static long size(List<Integer> shape) {
        return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }

    private static List<Integer> shape(Tensor tensor) {
        return Arrays.stream(tensor.shape()).boxed().toList();
    }
}
