package assay.server.store;

import static java.util.Objects.requireNonNull;

/**
 * Two submissions that are alike.
 *
 * @param place from 1, the most alike first
 * @param similarity as in {@link assay.core.alike.Pair}
 * @param larger as there
 */
public record StoredPair(int place, String first, String second, double similarity, double larger, int tokens) {
    public StoredPair {
        requireNonNull(first, "first is null");
        requireNonNull(second, "second is null");
    }
}
