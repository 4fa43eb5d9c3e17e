package assay.core.pipeline;

import assay.core.assignment.TrainingCheck;
import assay.core.assignment.TrainingItem;
import assay.core.assignment.TrainingSpec;
import assay.core.compare.TensorComparison;
import assay.core.compare.TensorWeighing;
import assay.core.compare.Tolerance;
import assay.core.domain.RunUsage;
import assay.core.domain.Verdict;
import assay.core.domain.Visibility;
import assay.core.port.ReferenceNetworks.Measured;
import assay.core.port.TrainingRun;
import assay.core.result.CaseResult;
import assay.kernels.Tensor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Judges each item of a training part by the evidence; a pure function. */
final class TrainingJudge {
    /** A network of a dozen layers in float32, summed in another order, is off by some 1e-13 of the variance. */
    private static final Tolerance FORWARD = new Tolerance(1e-8, 1e-12);

    private static final double RATE_TOLERANCE = 1e-3;

    private final TrainingSpec spec;
    private final TrainingEvidence evidence;

    TrainingJudge(TrainingSpec spec, TrainingEvidence evidence) {
        this.spec = spec;
        this.evidence = evidence;
    }

    CaseResult judge(TrainingItem item) {
        Finding finding = find(item.check());
        return new CaseResult(
                item.id(),
                Visibility.PUBLIC,
                finding.verdict(),
                finding.message(),
                finding.comparison(),
                "",
                finding.verdict() == Verdict.AC ? List.of() : stack(),
                "",
                RunUsage.NONE);
    }

    /** A verdict and what a student reads of it. */
    private record Finding(Verdict verdict, String message, Optional<TensorComparison> comparison) {
        static Finding of(boolean accepted, String message) {
            return new Finding(accepted ? Verdict.AC : Verdict.WA, message, Optional.empty());
        }

        static Finding skipped(String message) {
            return new Finding(Verdict.SK, message, Optional.empty());
        }
    }

    private Finding find(TrainingCheck check) {
        return switch (check) {
            case TrainingCheck.Architecture _ -> architecture();
            case TrainingCheck.Accuracy accuracy -> accuracy(accuracy);
            case TrainingCheck.HyperParameters _ -> hyperParameters();
            case TrainingCheck.Forward _ -> forward();
            case TrainingCheck.LossFalls falls -> lossFalls(falls);
            case TrainingCheck.AccuracyImproves improves -> improves(improves);
            case TrainingCheck.LearningRate rate -> rate(rate);
            case TrainingCheck.Frozen frozen -> frozen(frozen);
            case TrainingCheck.EpochTime time -> epochTime(time);
        };
    }

    private Finding hyperParameters() {
        Optional<TrainingRun.Announced> announced = announced();
        if (announced.isEmpty()) {
            return nothing();
        }
        int epochs = announced.get().epochs();
        return Finding.of(
                epochs <= spec.epochs(),
                "%d epochs of batches of %d images; at most %d epochs are given."
                        .formatted(epochs, announced.get().batchSize(), spec.epochs()));
    }

    private Finding architecture() {
        Optional<Measured> first = evidence.watched().stream().findFirst().or(evidence::result);
        if (first.isEmpty()) {
            return nothing();
        }
        return switch (first.get()) {
            case Measured.Unfit unfit ->
                Finding.of(
                        false,
                        "The network is not the one that is asked for. "
                                + TrainingWords.differences(unfit.differences()));
            case Measured.NotFinite _, Measured.Accuracy _ ->
                Finding.of(
                        true,
                        String.format(
                                Locale.ROOT,
                                "All %d parameters have the right names and shapes, %,d numbers in all.",
                                evidence.probe().weights().size(),
                                evidence.probe().weights().stream()
                                        .mapToLong(Tensor::size)
                                        .sum()));
        };
    }

    private Finding forward() {
        Optional<TrainingRun.Announced> announced = announced();
        if (announced.isEmpty()) {
            return nothing();
        }
        if (!announced.get().problem().isEmpty()) {
            return new Finding(
                    Verdict.RTE, "The forward pass failed: " + announced.get().problem(), Optional.empty());
        }
        return announced
                .get()
                .output()
                .map(output -> TensorWeighing.compare(evidence.probe().expected(), output, FORWARD))
                .map(comparison -> new Finding(
                        comparison.matches() ? Verdict.AC : Verdict.WA,
                        comparison.matches()
                                ? "With the same weights the network gives what the reference network gives."
                                : "With the same weights the network gives something else than the reference network. "
                                        + CaseMessages.weighed(comparison),
                        Optional.of(comparison)))
                .orElseGet(() -> Finding.skipped(
                        "The parameters are not the reference network's, so the forward pass cannot be compared."));
    }

    private Finding lossFalls(TrainingCheck.LossFalls falls) {
        if (epochs().isEmpty()) {
            return nothing();
        }
        Optional<Measured.Accuracy> before = measured(0);
        Optional<Measured.Accuracy> after = measured(evidence.watched().size() - 1);
        if (before.isPresent() && after.isPresent()) {
            double ratio = after.get().loss() / before.get().loss();
            return Finding.of(
                    ratio <= falls.to(),
                    "The loss on %,d test images went from %s to %s; it must fall to %s of what it was."
                            .formatted(
                                    after.get().total(),
                                    TrainingWords.loss(before.get().loss()),
                                    TrainingWords.loss(after.get().loss()),
                                    TrainingWords.asked(falls.to())));
        }
        return unmeasured(evidence.watched().getLast()).orElseGet(this::reportedLossFalls);
    }

    /** All there is where the reference network cannot take the weights: what the code itself says. */
    private Finding reportedLossFalls() {
        double first = epochs().getFirst().loss();
        double last = epochs().getLast().loss();
        return Finding.of(
                last < first,
                "As the code reports it, the loss went from %s to %s; the weights do not fit the reference network, so"
                                .formatted(TrainingWords.loss(first), TrainingWords.loss(last))
                        + " it cannot be measured.");
    }

    private Finding improves(TrainingCheck.AccuracyImproves improves) {
        int to = Math.min(improves.to(), evidence.watched().size() - 1);
        if (to <= improves.from()) {
            return epochs().isEmpty()
                    ? nothing()
                    : Finding.skipped("There are only %d epochs.".formatted(epochs().size()));
        }
        Optional<Measured.Accuracy> before = measured(improves.from());
        Optional<Measured.Accuracy> after = measured(to);
        if (before.isEmpty() || after.isEmpty()) {
            return unmeasured(evidence.watched().getLast()).orElseGet(TrainingJudge::doesNotFit);
        }
        double by = after.get().share() - before.get().share();
        return Finding.of(
                by >= improves.by(),
                "Of %,d test images %s %% are right after epoch %d and %s %% after epoch %d; asked for is an improvement of %s."
                        .formatted(
                                after.get().total(),
                                TrainingWords.percent(before.get().share()),
                                improves.from(),
                                TrainingWords.percent(after.get().share()),
                                to,
                                TrainingWords.asked(improves.by())));
    }

    private Finding accuracy(TrainingCheck.Accuracy asked) {
        if (evidence.result().isEmpty()) {
            return nothing();
        }
        Measured result = evidence.result().get();
        return result instanceof Measured.Accuracy accuracy
                ? Finding.of(
                        accuracy.isAbove(asked.above()),
                        TrainingWords.accuracy(accuracy) + "; asked for is more than "
                                + TrainingWords.asked(asked.above()) + ".")
                : unmeasured(result).orElseGet(TrainingJudge::doesNotFit);
    }

    private Finding rate(TrainingCheck.LearningRate asked) {
        Optional<TrainingRun.Announced> announced = announced();
        if (announced.isEmpty()) {
            return nothing();
        }
        List<Float> rates = announced.get().rates();
        for (Map.Entry<Integer, Double> entry : asked.at().entrySet()) {
            int index = evidence.rateSteps().indexOf(entry.getKey());
            double rate = index >= 0 && index < rates.size() ? rates.get(index) : Double.NaN;
            if (!(Math.abs(rate - entry.getValue()) <= RATE_TOLERANCE * Math.abs(entry.getValue()))) {
                return Finding.of(
                        false,
                        "At update %,d the learning rate is %s and should be %s."
                                .formatted(entry.getKey(), (float) rate, entry.getValue()));
            }
        }
        return Finding.of(
                true, "The learning rate is right at updates " + asked.at().keySet() + ".");
    }

    private Finding frozen(TrainingCheck.Frozen asked) {
        if (epochs().isEmpty()) {
            return nothing();
        }
        if (evidence.before().isEmpty() || evidence.after().isEmpty()) {
            return unmeasured(evidence.watched().getLast()).orElseGet(TrainingJudge::doesNotFit);
        }
        List<String> touched = evidence.before().keySet().stream()
                .filter(name -> isFrozen(name, asked.layers()))
                .filter(this::changed)
                .sorted()
                .toList();
        boolean learned = evidence.before().keySet().stream()
                .filter(name -> !isFrozen(name, asked.layers()))
                .anyMatch(this::changed);
        if (!touched.isEmpty()) {
            return Finding.of(false, "Training changed what should be frozen: " + String.join(", ", touched) + ".");
        }
        return Finding.of(learned, learned ? "The frozen layers are untouched." : "Training changed nothing at all.");
    }

    private Finding epochTime(TrainingCheck.EpochTime asked) {
        return epochs().stream()
                .map(TrainingRun.Epoch::wall)
                .min(Comparator.naturalOrder())
                .map(best -> new Finding(
                        best.compareTo(asked.atMost()) <= 0 ? Verdict.AC : Verdict.TLE,
                        "The quickest epoch took %s; asked for is at most %s."
                                .formatted(TrainingWords.seconds(best), TrainingWords.seconds(asked.atMost())),
                        Optional.empty()))
                .orElseGet(this::nothing);
    }

    /** What is said of an item that the run did not come to. */
    private Finding nothing() {
        return evidence.run()
                .map(run -> new Finding(
                        TrainingWords.verdict(run.end()),
                        run.end() instanceof TrainingRun.End.Finished
                                ? "The run ended without an epoch; does train call endEpoch?"
                                : TrainingWords.end(run.end(), spec),
                        Optional.empty()))
                .orElseGet(() -> Finding.skipped("Finished weights were handed in; nothing was trained."));
    }

    private static Optional<Finding> unmeasured(Measured measured) {
        return measured instanceof Measured.NotFinite(String where)
                ? Optional.of(Finding.of(false, "The weights are not all numbers: " + where + "."))
                : Optional.empty();
    }

    private static Finding doesNotFit() {
        return Finding.skipped("The weights do not fit the reference network, so nothing can be measured.");
    }

    private Optional<TrainingRun.Announced> announced() {
        return evidence.run().flatMap(TrainingRun::announced);
    }

    private List<TrainingRun.Epoch> epochs() {
        return evidence.run().map(TrainingRun::epochs).orElse(List.of());
    }

    private Optional<Measured.Accuracy> measured(int epoch) {
        return epoch >= 0
                        && epoch < evidence.watched().size()
                        && evidence.watched().get(epoch) instanceof Measured.Accuracy accuracy
                ? Optional.of(accuracy)
                : Optional.empty();
    }

    private boolean changed(String name) {
        float[] before =
                Optional.ofNullable(evidence.before().get(name)).orElseThrow().data();
        return Optional.ofNullable(evidence.after().get(name))
                .map(after -> !Arrays.equals(before, after.data()))
                .orElse(true);
    }

    private static boolean isFrozen(String name, List<String> layers) {
        return layers.stream().anyMatch(layer -> name.equals(layer) || name.startsWith(layer + "."));
    }

    private List<String> stack() {
        return evidence.run()
                .filter(run -> epochs().isEmpty())
                .map(TrainingRun::end)
                .filter(TrainingRun.End.Threw.class::isInstance)
                .map(end -> ((TrainingRun.End.Threw) end).stack())
                .orElse(List.of());
    }
}
