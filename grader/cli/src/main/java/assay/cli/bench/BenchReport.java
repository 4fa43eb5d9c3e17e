package assay.cli.bench;

import static java.util.Objects.requireNonNull;

import assay.core.domain.DataSize;
import java.util.List;

/**
 * All figures of one run.
 *
 * @param processors of this machine
 * @param busy the share of the processors that others took before, between or after, from 0 to 1
 * @param leftOut samples that were not taken
 * @param cases of each submission graded by Assay; the plain way has the public ones alone
 * @param peakMemory of this process, from its start to the end of the class, PyTorch included
 */
public record BenchReport(
        String assignment,
        BenchSettings settings,
        int processors,
        double busy,
        List<String> leftOut,
        List<GoldenTime> goldens,
        Measurement docker,
        Measurement plain,
        int cases,
        int publicCases,
        Agreement agreement,
        DataSize peakMemory) {
    private static final double BUSY = 0.1;

    public BenchReport {
        requireNonNull(assignment, "assignment is null");
        requireNonNull(settings, "settings is null");
        leftOut = List.copyOf(leftOut);
        goldens = List.copyOf(goldens);
        requireNonNull(docker, "docker is null");
        requireNonNull(plain, "plain is null");
        requireNonNull(agreement, "agreement is null");
        requireNonNull(peakMemory, "peakMemory is null");
    }

    /** How many times as many submissions Assay grades in the same time. */
    double throughputRatio() {
        return docker.submissionsPerMinute() / plain.submissionsPerMinute();
    }

    /** How many times as much processor time the plain way takes for a submission. */
    double cpuRatio() {
        return plain.cpuSecondsPerSubmission() / docker.cpuSecondsPerSubmission();
    }

    boolean wasDisturbed() {
        return busy > BUSY;
    }
}
