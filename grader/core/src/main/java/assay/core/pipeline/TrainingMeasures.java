package assay.core.pipeline;

import assay.core.assignment.TrainingCheck;
import assay.core.assignment.TrainingSpec;
import assay.core.domain.Verdict;
import assay.core.port.ReferenceNetworks.Measured;
import assay.core.port.TrainingRun;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Judges what came of training, by what the grader measured. */
final class TrainingMeasures {
    private final TrainingSpec spec;
    private final TrainingEvidence evidence;

    TrainingMeasures(TrainingSpec spec, TrainingEvidence evidence) {
        this.spec = spec;
        this.evidence = evidence;
    }

    TrainingFinding lossFalls(TrainingCheck.LossFalls falls) {
        if (evidence.epochs().isEmpty()) {
            return TrainingFinding.nothing(spec, evidence);
        }
        Optional<Measured.Accuracy> before = evidence.measured(0);
        Optional<Measured.Accuracy> after = evidence.measured(evidence.watched().size() - 1);
        if (before.isPresent() && after.isPresent()) {
            double ratio = after.get().loss() / before.get().loss();
            return TrainingFinding.of(
                    ratio <= falls.to(),
                    "The loss on %,d test images went from %s to %s; it must fall to %s of what it was."
                            .formatted(
                                    after.get().total(),
                                    TrainingWords.loss(before.get().loss()),
                                    TrainingWords.loss(after.get().loss()),
                                    TrainingWords.asked(falls.to())));
        }
        // What the code itself reports of its losses counts for nothing: it could report anything.
        return TrainingFinding.unmeasured(evidence.watched().getLast()).orElseGet(TrainingFinding::doesNotFit);
    }

    TrainingFinding lossAt(TrainingCheck.LossAt asked) {
        if (asked.epoch() >= evidence.watched().size()) {
            return evidence.epochs().isEmpty()
                    ? TrainingFinding.nothing(spec, evidence)
                    : TrainingFinding.skipped("There are only %d epochs, and the loss is asked for after epoch %d."
                            .formatted(evidence.epochs().size(), asked.epoch()));
        }
        return evidence.measured(asked.epoch())
                .map(found -> TrainingFinding.of(
                        found.loss() <= asked.atMost(),
                        "After epoch %d the loss on %,d test images is %s; asked for is at most %s."
                                .formatted(
                                        asked.epoch(),
                                        found.total(),
                                        TrainingWords.loss(found.loss()),
                                        TrainingWords.loss(asked.atMost()))))
                .orElseGet(() -> TrainingFinding.unmeasured(evidence.watched().get(asked.epoch()))
                        .orElseGet(TrainingFinding::doesNotFit));
    }

    TrainingFinding beats(TrainingCheck.Beats asked) {
        if (evidence.result().isEmpty()) {
            return TrainingFinding.nothing(spec, evidence);
        }
        if (!(evidence.result().get() instanceof Measured.Accuracy own)) {
            return TrainingFinding.unmeasured(evidence.result().get()).orElseGet(TrainingFinding::doesNotFit);
        }
        if (!(evidence.others().get(asked.part()) instanceof Measured.Accuracy other)) {
            return TrainingFinding.skipped(
                    "The part %s has no network that could be measured, so there is nothing to".formatted(asked.part())
                            + " compare with.");
        }
        double ahead = own.share() - other.share();
        return TrainingFinding.of(
                ahead > asked.by(),
                "%s %% of %,d test images are right, and %s %% with the network of the part %s; asked for is more than %s ahead."
                        .formatted(
                                TrainingWords.percent(own.share()),
                                own.total(),
                                TrainingWords.percent(other.share()),
                                asked.part(),
                                TrainingWords.asked(asked.by())));
    }

    TrainingFinding improves(TrainingCheck.AccuracyImproves improves) {
        int to = Math.min(improves.to(), evidence.watched().size() - 1);
        if (to <= improves.from()) {
            return evidence.epochs().isEmpty()
                    ? TrainingFinding.nothing(spec, evidence)
                    : TrainingFinding.skipped("There are only %d epochs."
                            .formatted(evidence.epochs().size()));
        }
        Optional<Measured.Accuracy> before = evidence.measured(improves.from());
        Optional<Measured.Accuracy> after = evidence.measured(to);
        if (before.isEmpty() || after.isEmpty()) {
            return TrainingFinding.unmeasured(evidence.watched().getLast()).orElseGet(TrainingFinding::doesNotFit);
        }
        double by = after.get().share() - before.get().share();
        return TrainingFinding.of(
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

    TrainingFinding accuracy(TrainingCheck.Accuracy asked) {
        if (evidence.result().isEmpty()) {
            return TrainingFinding.nothing(spec, evidence);
        }
        Measured result = evidence.result().get();
        return result instanceof Measured.Accuracy accuracy
                ? TrainingFinding.of(
                        accuracy.isAbove(asked.above()),
                        TrainingWords.accuracy(accuracy) + "; asked for is more than "
                                + TrainingWords.asked(asked.above()) + ".")
                : TrainingFinding.unmeasured(result).orElseGet(TrainingFinding::doesNotFit);
    }

    TrainingFinding frozen(TrainingCheck.Frozen asked) {
        if (evidence.epochs().isEmpty()) {
            return TrainingFinding.nothing(spec, evidence);
        }
        if (evidence.before().isEmpty() || evidence.after().isEmpty()) {
            return TrainingFinding.unmeasured(evidence.watched().getLast()).orElseGet(TrainingFinding::doesNotFit);
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
            return TrainingFinding.of(
                    false, "Training changed what should be frozen: " + String.join(", ", touched) + ".");
        }
        return TrainingFinding.of(
                learned, learned ? "The frozen layers are untouched." : "Training changed nothing at all.");
    }

    TrainingFinding epochTime(TrainingCheck.EpochTime asked) {
        return evidence.epochs().stream()
                .map(TrainingRun.Epoch::wall)
                .min(Comparator.naturalOrder())
                .map(best -> new TrainingFinding(
                        best.compareTo(asked.atMost()) <= 0 ? Verdict.AC : Verdict.TLE,
                        "The quickest epoch took %s; asked for is at most %s."
                                .formatted(TrainingWords.seconds(best), TrainingWords.seconds(asked.atMost())),
                        Optional.empty()))
                .orElseGet(() -> TrainingFinding.nothing(spec, evidence));
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
}
