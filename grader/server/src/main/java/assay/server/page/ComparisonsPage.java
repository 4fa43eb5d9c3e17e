package assay.server.page;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

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

    /** Whether any is still to end. */
    public boolean waiting() {
        return comparisons.stream().anyMatch(line -> line.live().isPresent());
    }

    /**
     * One of them.
     *
     * @param standing what came of it; empty while it is still to end
     * @param live while it waits or runs
     */
    public record Line(Link link, String standing, Optional<Live> live, String who) {
        public Line {
            requireNonNull(link, "link is null");
            requireNonNull(standing, "standing is null");
            requireNonNull(live, "live is null");
            requireNonNull(who, "who is null");
        }
    }
}
