package assay.cli.bench;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;

/**
 * How long one waits for one submission, with nothing else going on.
 *
 * @param what e.g. {@code graded in docker}
 * @param key the same for a program
 */
record Latency(String what, String key, List<Duration> walls) {
    Latency {
        requireNonNull(what, "what is null");
        requireNonNull(key, "key is null");
        walls = List.copyOf(walls);
    }

    double seconds(int percentile) {
        return Measurement.percentile(walls, percentile);
    }
}
