package assay.cli.bench.training;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.TrainingSpec;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * All figures of one run.
 *
 * @param assignment its id
 * @param busy how much of the processors others took before and after, the larger, from 0 to 1
 * @param images of an epoch where speed was measured
 * @param speeds the plain loop's is the last
 */
public record TrainingReport(
        String assignment,
        TrainingSpec spec,
        int processors,
        double busy,
        String way,
        List<SeedRun> seeds,
        int images,
        List<Speed> speeds) {
    private static final double CONFIDENCE = 0.95;

    public TrainingReport {
        requireNonNull(assignment, "assignment is null");
        requireNonNull(spec, "spec is null");
        requireNonNull(way, "way is null");
        seeds = List.copyOf(seeds);
        speeds = List.copyOf(speeds);
    }

    /**
     * A mean with its 95 % interval by Student's t, which takes the seeds for a sample of all seeds.
     *
     * @param least the worst of them
     */
    record Mean(double mean, double low, double high, double least) {}

    /** Of the accuracy, where there are two seeds at least. */
    Optional<Mean> accuracy() {
        if (seeds.size() < 2) {
            return Optional.empty();
        }
        SummaryStatistics shares = new SummaryStatistics();
        seeds.forEach(seed -> shares.addValue(seed.accuracy().share()));
        double t = new TDistribution(seeds.size() - 1.0).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
        double half = t * shares.getStandardDeviation() / Math.sqrt(seeds.size());
        return Optional.of(
                new Mean(shares.getMean(), shares.getMean() - half, shares.getMean() + half, shares.getMin()));
    }

    Optional<Speed> plain() {
        return speeds.stream().filter(speed -> speed.way().equals(Speed.PLAIN)).findFirst();
    }
}
