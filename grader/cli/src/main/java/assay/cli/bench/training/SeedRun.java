package assay.cli.bench.training;

import static java.util.Objects.requireNonNull;

import assay.core.port.ReferenceNetworks.Measured;
import assay.core.port.TrainingRun;
import java.time.Duration;
import java.util.List;

/**
 * What came of one seed.
 *
 * @param accuracy over all test images, after the last epoch
 * @param wall from the order to the trainer's end: its start and all that was measured meanwhile are in it
 * @param graded how long it took to load the weights into the reference network and to count
 * @param curve one point an epoch
 */
record SeedRun(
        long seed, Measured.Accuracy accuracy, Duration wall, Duration graded, TrainingRun.End end, List<Point> curve) {
    SeedRun {
        requireNonNull(accuracy, "accuracy is null");
        requireNonNull(wall, "wall is null");
        requireNonNull(graded, "graded is null");
        requireNonNull(end, "end is null");
        curve = List.copyOf(curve);
    }

    /**
     * After an epoch.
     *
     * @param since the order
     * @param share of the watched test images that is right
     */
    record Point(Duration since, double share) {
        Point {
            requireNonNull(since, "since is null");
        }
    }
}
