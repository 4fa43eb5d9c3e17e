package assay.server.page;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The comparisons of an assignment.
 *
 * @param address of the page itself, to which a new one is posted
 */
public record ComparisonsPage(Frame frame, Link back, String address, List<Line> comparisons) {
    public ComparisonsPage {
        requireNonNull(frame, "frame is null");
        requireNonNull(back, "back is null");
        requireNonNull(address, "address is null");
        comparisons = List.copyOf(comparisons);
    }

    /** One of them. */
    public record Line(Link link, String standing, String who) {
        public Line {
            requireNonNull(link, "link is null");
            requireNonNull(standing, "standing is null");
            requireNonNull(who, "who is null");
        }
    }
}
