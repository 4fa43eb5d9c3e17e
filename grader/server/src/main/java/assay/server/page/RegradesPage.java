package assay.server.page;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The regrades of an assignment.
 *
 * @param address of the page itself, to which a new one is posted
 */
public record RegradesPage(Frame frame, Link back, String address, String version, List<Line> regrades) {
    public RegradesPage {
        requireNonNull(frame, "frame is null");
        requireNonNull(back, "back is null");
        requireNonNull(address, "address is null");
        requireNonNull(version, "version is null");
        regrades = List.copyOf(regrades);
    }

    /** One of them. */
    public record Line(Link link, String version, String state, String who, String reason) {
        public Line {
            requireNonNull(link, "link is null");
            requireNonNull(version, "version is null");
            requireNonNull(state, "state is null");
            requireNonNull(who, "who is null");
            requireNonNull(reason, "reason is null");
        }
    }
}
