package assay.core.property;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Whether samples were dealt to groups by chance. */
final class Shuffling {
    private Shuffling() {}

    /**
     * How often neighbours share a group: always in blocks, never when dealt in turn, now and then by chance.
     *
     * @param groups the group of each sample
     * @param sizes how many samples each group has
     * @param when which of several dealings this is, as a sentence begins
     * @param group what a group is called
     */
    static Optional<String> broken(float[] groups, int[] sizes, String when, String group) {
        double pairs = groups.length - 1.0;
        double share = Arrays.stream(sizes)
                .mapToDouble(size -> (double) size * (size - 1) / (groups.length * pairs))
                .sum();
        long alike = IntStream.range(1, groups.length)
                .filter(sample -> groups[sample] == groups[sample - 1])
                .count();
        double spread = Property.DEVIATIONS * Math.sqrt(pairs * share * (1 - share));
        return Math.abs(alike - pairs * share) <= spread
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%s, %d of %.0f neighbours share a %s; shuffled, it would be about %.0f. Are the"
                                + " samples taken in their order?",
                        when,
                        alike,
                        pairs,
                        group,
                        pairs * share));
    }
}
