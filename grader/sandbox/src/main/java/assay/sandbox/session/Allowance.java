package assay.sandbox.session;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.TrainingSpec;
import java.time.Duration;
import java.util.Optional;

/**
 * How long a run may take. A GPU that is assigned to a sandbox is nobody else's, whether it computes or waits: so its time
 * is the wall time of the run, and where that may be less than the run's own, it is the limit.
 *
 * @param ofGpu whether it is the GPU's time that is limited
 */
record Allowance(Duration time, boolean ofGpu) {
    Allowance {
        requireNonNull(time, "time is null");
    }

    /** @param gpu whether one is assigned */
    static Allowance of(TrainingSpec spec, boolean gpu) {
        Optional<Duration> less = spec.gpuTime().filter(limit -> gpu && limit.compareTo(spec.wall()) < 0);
        return new Allowance(less.orElse(spec.wall()), less.isPresent());
    }

    /** E.g. {@code 60 s of GPU time}. */
    String text() {
        return Texts.seconds(time) + (ofGpu ? " of GPU time" : "");
    }
}
