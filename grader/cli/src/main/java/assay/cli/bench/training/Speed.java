package assay.cli.bench.training;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * How fast one way trains.
 *
 * @param way by name
 * @param imagesPerSecond one a round, by the clock, of an epoch that is not the first
 */
record Speed(String way, List<Double> imagesPerSecond) {
    /** The loop in DJL that the others are held against. */
    static final String PLAIN = "plain";

    Speed {
        requireNonNull(way, "way is null");
        imagesPerSecond = List.copyOf(imagesPerSecond);
        if (imagesPerSecond.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
    }

    double median() {
        return new Median()
                .evaluate(imagesPerSecond.stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray());
    }

    /** The median over the rounds of how many times as fast it was as the other in the same round. */
    double over(Speed other) {
        int rounds = Math.min(imagesPerSecond.size(), other.imagesPerSecond.size());
        double[] ratios = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            ratios[round] = imagesPerSecond.get(round) / other.imagesPerSecond.get(round);
        }
        return new Median().evaluate(ratios);
    }
}
