package assay.server.page;

import static java.util.Objects.requireNonNull;

/**
 * How far something is that is still to end, in words that a browser keeps up to date where it can.
 *
 * @param total of what is done one by one; 0 where nobody counts
 * @param events where a browser hears of its progress
 */
public record Live(String words, int done, int total, String events) {
    public Live {
        requireNonNull(words, "words is null");
        requireNonNull(events, "events is null");
    }
}
