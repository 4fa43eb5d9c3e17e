package assay.sandbox.session;

import static java.util.Objects.requireNonNull;

import assay.core.port.TrainingRun.Epoch;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tells when what is left of a run's time is too little for another epoch. An epoch counts only as a whole, so that one
 * that cannot end in time is processor or GPU time for nothing.
 *
 * @param allowed for the whole run
 * @param epochs that are to be trained
 */
record EpochBudget(Allowance allowed, int epochs) {
    /** An epoch may be quicker than all before it, but not by so much: what is left must be half of the quickest. */
    private static final int PART = 2;

    EpochBudget {
        requireNonNull(allowed, "allowed is null");
    }

    /** Why the run should end after those epochs; empty where it should go on. */
    String tooLittle(List<Epoch> done, Duration left) {
        Optional<Duration> quickest = done.stream().map(Epoch::wall).min(Comparator.naturalOrder());
        boolean over = quickest.isPresent()
                && done.size() < epochs
                && left.compareTo(quickest.get().dividedBy(PART)) < 0;
        return over
                ? "of its %s only %s are left, and its quickest epoch took %s"
                        .formatted(
                                allowed.text(),
                                Texts.seconds(left.isNegative() ? Duration.ZERO : left),
                                Texts.seconds(quickest.get()))
                : "";
    }
}
