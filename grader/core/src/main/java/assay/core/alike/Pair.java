package assay.core.alike;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Two submissions and what of them is alike.
 *
 * @param similarity of the tokens of both the part that is alike, from 0 to 1; what everybody was given counts for neither
 * @param larger the same of that one of the two of which it is more
 * @param tokens of each that are alike
 * @param stretches longest first; of very many the longest
 */
public record Pair(String first, String second, double similarity, double larger, int tokens, List<Stretch> stretches) {
    public Pair {
        requireNonNull(first, "first is null");
        requireNonNull(second, "second is null");
        stretches = List.copyOf(stretches);
        if (!(similarity >= 0 && similarity <= 1 && larger >= 0 && larger <= 1)) {
            throw new IllegalArgumentException("a similarity is from 0 to 1, but is " + similarity + " or " + larger);
        }
    }
}
