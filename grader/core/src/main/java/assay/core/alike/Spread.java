package assay.core.alike;

import java.util.Collections;
import java.util.List;

/**
 * How alike all pairs are, those among them that are too little alike to be kept.
 *
 * @param counts how many pairs there are in each twentieth of likeness, from 0 on; the last is up to 1, and with it
 */
public record Spread(List<Long> counts) {
    public static final int BINS = 20;

    /** Of no pairs. */
    public static final Spread NONE = new Spread(Collections.nCopies(BINS, 0L));

    public Spread {
        counts = List.copyOf(counts);
        if (counts.size() != BINS || counts.stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("no counts of " + BINS + " bins: " + counts);
        }
    }

    /** How many pairs there are. */
    public long all() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }
}
