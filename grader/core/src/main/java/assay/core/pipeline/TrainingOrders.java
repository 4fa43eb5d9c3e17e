package assay.core.pipeline;

import assay.core.assignment.Part.TrainingPart;
import assay.core.assignment.TrainingCheck;
import assay.core.assignment.TrainingItem;
import assay.core.port.ReferenceNetworks.Probe;
import assay.core.port.TrainingOrder;
import assay.kernels.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** What a sandbox is told of a part: as much as its items ask for. */
final class TrainingOrders {
    private TrainingOrders() {}

    /** @param before the weights that the part begins with, by name; none where the task initialises its network */
    static TrainingOrder of(TrainingPart part, long seed, Probe probe, Map<String, Tensor> before) {
        boolean trainMode = part.items().stream().anyMatch(item -> item.check() instanceof TrainingCheck.TrainMode);
        return new TrainingOrder(
                seed,
                rateSteps(part),
                new TrainingOrder.Probe(probe.weights(), probe.input(), trainMode),
                start(part, probe, before));
    }

    private static List<Integer> rateSteps(TrainingPart part) {
        return part.items().stream()
                .map(TrainingItem::check)
                .filter(TrainingCheck.LearningRate.class::isInstance)
                .flatMap(check -> ((TrainingCheck.LearningRate) check).at().keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** What begins anew is drawn as for the probe, with the variance that suits its layer. */
    private static SequencedMap<String, Tensor> start(TrainingPart part, Probe probe, Map<String, Tensor> before) {
        SequencedMap<String, Tensor> start = new LinkedHashMap<>();
        part.spec()
                .start()
                .ifPresent(from -> probe.weights()
                        .forEach((name, drawn) ->
                                start.put(name, from.isNew(name) ? drawn : before.getOrDefault(name, drawn))));
        return start;
    }
}
