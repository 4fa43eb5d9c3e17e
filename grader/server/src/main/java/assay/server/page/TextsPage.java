package assay.server.page;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** Whose texts a person has to grade, and whose are graded. */
public record TextsPage(Frame frame, Link back, String standing, List<Line> lines) {
    /** @param state what is open */
    public record Line(Link link, String state, String points) {
        public Line {
            requireNonNull(link, "link is null");
            requireNonNull(state, "state is null");
            requireNonNull(points, "points is null");
        }
    }

    public TextsPage {
        requireNonNull(frame, "frame is null");
        requireNonNull(back, "back is null");
        requireNonNull(standing, "standing is null");
        lines = List.copyOf(lines);
    }
}
