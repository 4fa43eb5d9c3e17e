package assay.cli.bench;

import static java.util.Objects.requireNonNull;

import assay.core.domain.DataSize;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All figures of one run.
 *
 * @param processors of this machine
 * @param busy the share of the processors that others took before, between or after, from 0 to 1
 * @param leftOut samples that were not taken
 * @param unavailable ways that this machine cannot go, each with the reason
 * @param peakMemory of this process, from its start to the end of the last class of Assay's own, PyTorch included
 */
public record BenchReport(
        String assignment,
        BenchSettings settings,
        int processors,
        double busy,
        List<String> leftOut,
        List<GoldenTime> goldens,
        List<Result> results,
        Map<String, String> unavailable,
        List<Latency> latencies,
        Agreement agreement,
        DataSize peakMemory) {
    private static final double BUSY = 0.1;

    public BenchReport {
        requireNonNull(assignment, "assignment is null");
        requireNonNull(settings, "settings is null");
        leftOut = List.copyOf(leftOut);
        goldens = List.copyOf(goldens);
        results = List.copyOf(results);
        unavailable = new TreeMap<>(unavailable);
        latencies = List.copyOf(latencies);
        requireNonNull(agreement, "agreement is null");
        requireNonNull(peakMemory, "peakMemory is null");
    }

    /** What stands for a way: its largest class with the most jobs. */
    Optional<Result> of(String way) {
        return results.stream()
                .filter(result -> result.way().equals(way))
                .max(Comparator.comparing(
                                (Result result) -> result.measurement().submissions())
                        .thenComparing(Result::jobs));
    }

    /** How many times as many submissions one way grades in the same time as another. */
    Optional<Double> throughputRatio(String way, String other) {
        return of(way).flatMap(one -> of(other)
                .map(two -> one.measurement().submissionsPerMinute()
                        / two.measurement().submissionsPerMinute()));
    }

    /** How many times as much processor time a submission takes one way as another. */
    Optional<Double> cpuRatio(String way, String other) {
        return of(way).flatMap(one -> of(other)
                .map(two -> one.measurement().cpuSecondsPerSubmission()
                        / two.measurement().cpuSecondsPerSubmission()));
    }

    boolean wasDisturbed() {
        return busy > BUSY;
    }
}
