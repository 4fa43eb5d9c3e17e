package assay.core.pipeline;

import assay.core.assignment.TrainingCheck;
import assay.core.assignment.TrainingSpec;
import assay.core.compare.TensorComparison;
import assay.core.compare.TensorWeighing;
import assay.core.compare.Tolerance;
import assay.core.domain.Verdict;
import assay.core.port.ReferenceNetworks.Measured;
import assay.core.port.TrainingRun;
import assay.kernels.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Judges what a task is before it trains: its parameters, its forward pass, its settings. */
final class TrainingClaims {
    /** A network of a dozen layers in float32, summed in another order, is off by some 1e-13 of the variance. */
    private static final Tolerance FORWARD = new Tolerance(1e-8, 1e-12);

    private static final double RATE_TOLERANCE = 1e-3;

    private final TrainingSpec spec;
    private final TrainingEvidence evidence;

    TrainingClaims(TrainingSpec spec, TrainingEvidence evidence) {
        this.spec = spec;
        this.evidence = evidence;
    }

    TrainingFinding hyperParameters() {
        Optional<TrainingRun.Announced> announced = evidence.announced();
        if (announced.isEmpty()) {
            return TrainingFinding.nothing(spec, evidence);
        }
        int epochs = announced.get().epochs();
        return TrainingFinding.of(
                epochs <= spec.epochs(),
                "%d epochs of batches of %d images; at most %d epochs are given."
                        .formatted(epochs, announced.get().batchSize(), spec.epochs()));
    }

    TrainingFinding architecture() {
        Optional<Measured> first = evidence.watched().stream().findFirst().or(evidence::result);
        if (first.isEmpty()) {
            return TrainingFinding.nothing(spec, evidence);
        }
        return switch (first.get()) {
            case Measured.Unfit unfit ->
                TrainingFinding.of(
                        false,
                        "The network is not the one that is asked for: "
                                + TrainingWords.differences(unfit.differences()));
            case Measured.NotFinite _, Measured.Accuracy _ ->
                TrainingFinding.of(
                        true,
                        String.format(
                                Locale.ROOT,
                                "All %d parameters have the right names and shapes, %,d numbers in all.",
                                evidence.probe().weights().size(),
                                evidence.probe().weights().values().stream()
                                        .mapToLong(Tensor::size)
                                        .sum()));
        };
    }

    TrainingFinding forward() {
        Optional<TrainingRun.Announced> announced = evidence.announced();
        if (announced.isEmpty()) {
            return TrainingFinding.nothing(spec, evidence);
        }
        if (!announced.get().problem().isEmpty()) {
            return new TrainingFinding(
                    Verdict.RTE, "The forward pass failed: " + announced.get().problem(), Optional.empty());
        }
        return announced
                .get()
                .output()
                .map(output -> TensorWeighing.compare(evidence.probe().expected(), output, FORWARD))
                .map(comparison -> new TrainingFinding(
                        comparison.matches() ? Verdict.AC : Verdict.WA,
                        comparison.matches()
                                ? "With the same weights the network gives what the reference network gives."
                                : "With the same weights the network gives something else than the reference network. "
                                        + CaseMessages.weighed(comparison),
                        Optional.of(comparison)))
                .orElseGet(() -> TrainingFinding.skipped(
                        "The parameters are not the reference network's, so the forward pass cannot be compared."));
    }

    TrainingFinding trainMode() {
        Optional<TrainingRun.Announced> announced = evidence.announced();
        if (announced.isEmpty() || announced.get().training().size() < 2) {
            return forward().verdict() == Verdict.AC
                    ? TrainingFinding.skipped("The network was not tried as in training.")
                    : forward();
        }
        Tensor first = announced.get().training().getFirst();
        Tensor second = announced.get().training().getLast();
        Optional<Tensor> expected = evidence.probe().training();
        if (expected.isPresent()) {
            return likeReference(TensorWeighing.compare(expected.get(), first, FORWARD));
        }
        boolean differs = !Arrays.equals(first.data(), second.data());
        return TrainingFinding.of(
                differs,
                differs
                        ? "Two passes as in training differ, as they must with dropout."
                        : "Two passes as in training give the same, so there is no dropout in them; is it given the flag"
                                + " 'training'?");
    }

    private static TrainingFinding likeReference(TensorComparison comparison) {
        return new TrainingFinding(
                comparison.matches() ? Verdict.AC : Verdict.WA,
                comparison.matches()
                        ? "As in training, the network gives what the reference network gives with the batch's own"
                                + " statistics."
                        : "As in training, the network gives something else than the reference network, whose batch norms"
                                + " take the batch's own statistics then. " + CaseMessages.weighed(comparison),
                Optional.of(comparison));
    }

    TrainingFinding kaimingNormal() {
        if (evidence.announced().isEmpty()) {
            return TrainingFinding.nothing(spec, evidence);
        }
        if (evidence.before().isEmpty()) {
            return TrainingFinding.doesNotFit();
        }
        return KaimingDraw.broken(evidence.before())
                .map(problem -> TrainingFinding.of(false, problem))
                .orElseGet(() -> TrainingFinding.of(
                        true, "The network begins as kaiming_normal_ draws it, and its batch norms with 1 and 0."));
    }

    TrainingFinding rate(TrainingCheck.LearningRate asked) {
        Optional<TrainingRun.Announced> announced = evidence.announced();
        if (announced.isEmpty()) {
            return TrainingFinding.nothing(spec, evidence);
        }
        List<Float> rates = announced.get().rates();
        for (Map.Entry<Integer, Double> entry : asked.at().entrySet()) {
            int index = evidence.rateSteps().indexOf(entry.getKey());
            double rate = index >= 0 && index < rates.size() ? rates.get(index) : Double.NaN;
            if (!(Math.abs(rate - entry.getValue()) <= RATE_TOLERANCE * Math.abs(entry.getValue()))) {
                return TrainingFinding.of(
                        false,
                        "At update %,d the learning rate is %s and should be %s."
                                .formatted(entry.getKey(), (float) rate, entry.getValue()));
            }
        }
        return TrainingFinding.of(
                true, "The learning rate is right at updates " + asked.at().keySet() + ".");
    }
}
