package assay.server.page;

import static java.util.Objects.requireNonNull;

/** What somebody decided, and when. */
public record HistoryLine(String when, String who, String what, String reason) {
    public HistoryLine {
        requireNonNull(when, "when is null");
        requireNonNull(who, "who is null");
        requireNonNull(what, "what is null");
        requireNonNull(reason, "reason is null");
    }
}
