package assay.server.page;

import static java.util.Objects.requireNonNull;

import assay.core.alike.Spread;
import assay.core.report.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * How alike the pairs of a class are, all of them, so that one can tell what is much from what is usual.
 *
 * @param bars one for each twentieth of likeness, from 0 on
 * @param summary the picture in words
 */
public record LikenessPicture(List<Bar> bars, String summary) {
    private static final int STEP = 100 / Spread.BINS;
    /** So that one pair can be seen beside thousands. */
    private static final int LEAST = 3;

    /**
     * @param height in percent of the tallest
     * @param words what it stands for
     */
    public record Bar(int height, String words) {
        public Bar {
            requireNonNull(words, "words is null");
        }
    }

    public LikenessPicture {
        bars = List.copyOf(bars);
        requireNonNull(summary, "summary is null");
    }

    /** Of no pairs there is nothing to be drawn. */
    public static LikenessPicture of(Spread spread) {
        List<Long> counts = spread.counts();
        long tallest = counts.stream().mapToLong(Long::longValue).max().orElse(0);
        if (tallest == 0) {
            return new LikenessPicture(List.of(), "");
        }
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            long count = counts.get(i);
            int height = count == 0 ? 0 : (int) Math.max(LEAST, 100 * count / tallest);
            bars.add(new Bar(height, range(i) + " alike: " + Words.plural(count, "pair", "pairs")));
        }
        return new LikenessPicture(bars, summary(spread));
    }

    private static String range(int bin) {
        return bin * STEP + " to " + (bin + 1) * STEP + " %";
    }

    private static String summary(Spread spread) {
        long all = spread.all();
        int most = bin(spread, all);
        if (all == 1) {
            return "1 pair, " + range(most) + " alike.";
        }
        int middle = bin(spread, (all + 1) / 2);
        return Words.count(all) + " pairs: half of them are at most " + (middle + 1) * STEP + " % alike; "
                + Words.plural(spread.counts().get(most), "is", "are") + " " + range(most)
                + " alike, and none is more.";
    }

    /** In which bin a pair is, counted from the least alike. */
    private static int bin(Spread spread, long place) {
        long seen = 0;
        for (int i = 0; i < Spread.BINS; i++) {
            seen += spread.counts().get(i);
            if (seen >= place) {
                return i;
            }
        }
        throw new IllegalArgumentException("there is no pair " + place);
    }
}
