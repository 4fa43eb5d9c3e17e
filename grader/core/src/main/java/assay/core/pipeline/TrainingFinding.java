package assay.core.pipeline;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.TrainingSpec;
import assay.core.compare.TensorComparison;
import assay.core.domain.Verdict;
import assay.core.port.ReferenceNetworks.Measured;
import assay.core.port.TrainingRun;
import java.util.Optional;

/** A verdict on one item of a training part, and what a student reads of it. */
record TrainingFinding(Verdict verdict, String message, Optional<TensorComparison> comparison) {
    TrainingFinding {
        requireNonNull(verdict, "verdict is null");
        requireNonNull(message, "message is null");
        requireNonNull(comparison, "comparison is null");
    }

    static TrainingFinding of(boolean accepted, String message) {
        return new TrainingFinding(accepted ? Verdict.AC : Verdict.WA, message, Optional.empty());
    }

    static TrainingFinding skipped(String message) {
        return new TrainingFinding(Verdict.SK, message, Optional.empty());
    }

    /** What is said of an item that the run did not come to. */
    static TrainingFinding nothing(TrainingSpec spec, TrainingEvidence evidence) {
        return evidence.run()
                .map(run -> new TrainingFinding(
                        TrainingWords.verdict(run.end()),
                        run.end() instanceof TrainingRun.End.Finished
                                ? "The run ended without an epoch; does train call endEpoch?"
                                : TrainingWords.end(run.end(), spec),
                        Optional.empty()))
                .orElseGet(() -> skipped("Finished weights were handed in; nothing was trained."));
    }

    /** That weights are no numbers, if that is so. */
    static Optional<TrainingFinding> unmeasured(Measured measured) {
        return measured instanceof Measured.NotFinite(String where)
                ? Optional.of(of(false, "The weights are not all numbers: " + where + "."))
                : Optional.empty();
    }

    static TrainingFinding doesNotFit() {
        return skipped("The weights do not fit the reference network, so nothing can be measured.");
    }
}
