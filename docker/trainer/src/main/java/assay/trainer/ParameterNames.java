package assay.trainer;

import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Convolution;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.util.Pair;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Names the parameters of a network as {@link assay.training.TrainingTask} says, whatever its fields are called. */
final class ParameterNames {
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, Parameter> named = new LinkedHashMap<>();

    private ParameterNames() {}

    /** The parameters by name, in the order of the layers. */
    static Map<String, Parameter> of(Block network) {
        ParameterNames names = new ParameterNames();
        names.visit(network);
        return names.named;
    }

    private void visit(Block block) {
        if (!block.getDirectParameters().isEmpty()) {
            String kind = kind(block);
            String layer = kind + counts.merge(kind, 1, Integer::sum);
            for (Pair<String, Parameter> parameter : block.getDirectParameters()) {
                named.put(layer + "." + suffix(parameter.getValue(), parameter.getKey()), parameter.getValue());
            }
        }
        for (Pair<String, Block> child : block.getChildren()) {
            visit(child.getValue());
        }
    }

    private static String kind(Block block) {
        if (block instanceof Convolution) {
            return "conv";
        }
        if (block instanceof Linear) {
            return "fc";
        }
        return block instanceof BatchNorm ? "bn" : "layer";
    }

    private static String suffix(Parameter parameter, String given) {
        return switch (parameter.getType()) {
            case WEIGHT -> "weight";
            case BIAS -> "bias";
            case GAMMA -> "gamma";
            case BETA -> "beta";
            case RUNNING_MEAN -> "running_mean";
            case RUNNING_VAR -> "running_var";
            case OTHER -> given.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "_");
        };
    }
}
