package assay.core.report.page;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many students have how many points, in ten equal steps from 0 to the maximum; the last holds the maximum too.
 *
 * @param tallest the largest count, at least 1
 * @param summary the picture in words
 */
public record Histogram(List<Bin> bins, int tallest, String summary) {
    private static final int BINS = 10;
    private static final int DECIMALS = 2;

    public Histogram {
        bins = List.copyOf(bins);
        requireNonNull(summary, "summary is null");
    }

    /**
     * One step.
     *
     * @param from its lower bound in points
     * @param to its upper bound
     * @param height of its bar, 0 … 100
     */
    public record Bin(String from, String to, int count, int height) {
        public Bin {
            requireNonNull(from, "from is null");
            requireNonNull(to, "to is null");
        }
    }

    static Histogram of(List<BigDecimal> totals, BigDecimal maximum) {
        int[] counts = new int[BINS];
        for (BigDecimal total : totals) {
            counts[bin(total, maximum)]++;
        }
        int tallest = Math.max(1, IntStream.of(counts).max().orElse(1));
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            bins.add(new Bin(bound(i, maximum), bound(i + 1, maximum), counts[i], 100 * counts[i] / tallest));
        }
        Bin mode = bins.stream()
                .max((a, b) -> Integer.compare(a.count(), b.count()))
                .orElseThrow();
        String summary = totals.isEmpty()
                ? "There are no submissions."
                : "Most submissions, " + mode.count() + " of " + totals.size() + ", have from " + mode.from() + " to "
                        + mode.to() + " points.";
        return new Histogram(bins, tallest, summary);
    }

    private static int bin(BigDecimal total, BigDecimal maximum) {
        if (maximum.signum() == 0) {
            return 0;
        }
        int bin = total.multiply(BigDecimal.valueOf(BINS))
                .divide(maximum, 0, RoundingMode.FLOOR)
                .intValue();
        return Math.clamp(bin, 0, BINS - 1);
    }

    private static String bound(int bin, BigDecimal maximum) {
        return maximum.multiply(BigDecimal.valueOf(bin))
                .divide(BigDecimal.valueOf(BINS), DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
