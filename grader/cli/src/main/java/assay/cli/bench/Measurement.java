package assay.cli.bench;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * What a number of submissions took.
 *
 * @param walls how long each took by the clock, in any order
 */
record Measurement(Usage usage, List<Duration> walls) {
    private static final double MINUTE = 60;

    Measurement {
        requireNonNull(usage, "usage is null");
        walls = List.copyOf(walls);
        if (walls.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
    }

    int submissions() {
        return walls.size();
    }

    double submissionsPerMinute() {
        return submissions() / seconds(usage.wall()) * MINUTE;
    }

    double cpuSecondsPerSubmission() {
        return seconds(usage.machine()) / submissions();
    }

    double ownCpuSecondsPerSubmission() {
        return seconds(usage.own()) / submissions();
    }

    double treeCpuSecondsPerSubmission() {
        return seconds(usage.tree()) / submissions();
    }

    /** The wall time in seconds that so many of a hundred submissions keep within. */
    double wallSeconds(int percentile) {
        return percentile(walls, percentile);
    }

    static double percentile(List<Duration> walls, int percentile) {
        double[] seconds = walls.stream().mapToDouble(Measurement::seconds).toArray();
        return new Percentile(percentile).evaluate(seconds);
    }

    static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
