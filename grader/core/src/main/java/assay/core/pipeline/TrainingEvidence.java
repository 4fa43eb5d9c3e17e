package assay.core.pipeline;

import static java.util.Objects.requireNonNull;

import assay.core.port.ReferenceNetworks.Measured;
import assay.core.port.ReferenceNetworks.Probe;
import assay.core.port.TrainingRun;
import assay.kernels.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a training part is judged by.
 *
 * @param run empty where finished weights were handed in
 * @param probe what the forward pass was tried with
 * @param rateSteps the updates whose learning rates were asked for
 * @param watched what was measured before training and after each epoch, on some of the test images
 * @param result what was measured in the end, on all test images; empty where there are no weights
 * @param before numbers before training, those that it was given where it was; empty where they do not fit
 * @param after numbers of the last epoch; empty where they do not fit
 * @param others what was measured in the end of the parts before, by their ids
 */
record TrainingEvidence(
        Optional<TrainingRun> run,
        Probe probe,
        List<Integer> rateSteps,
        List<Measured> watched,
        Optional<Measured> result,
        Map<String, Tensor> before,
        Map<String, Tensor> after,
        Map<String, Measured> others) {
    TrainingEvidence {
        requireNonNull(run, "run is null");
        requireNonNull(probe, "probe is null");
        requireNonNull(result, "result is null");
        rateSteps = List.copyOf(rateSteps);
        watched = List.copyOf(watched);
        before = Map.copyOf(before);
        after = Map.copyOf(after);
        others = Map.copyOf(others);
    }

    /** What the task said of itself. */
    Optional<TrainingRun.Announced> announced() {
        return run.flatMap(TrainingRun::announced);
    }

    List<TrainingRun.Epoch> epochs() {
        return run.map(TrainingRun::epochs).orElse(List.of());
    }

    /** What was measured after an epoch; 0 is before the first. */
    Optional<Measured.Accuracy> measured(int epoch) {
        boolean there = epoch >= 0 && epoch < watched.size();
        return there && watched.get(epoch) instanceof Measured.Accuracy accuracy
                ? Optional.of(accuracy)
                : Optional.empty();
    }
}
