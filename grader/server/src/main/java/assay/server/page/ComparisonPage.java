package assay.server.page;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What came of a comparison.
 *
 * @param standing what came of it; empty while it is still to end
 * @param live while it waits or runs
 * @param picture of all pairs; without bars where nobody counted them
 */
public record ComparisonPage(
        Frame frame,
        Link back,
        String standing,
        Optional<Live> live,
        LikenessPicture picture,
        List<Line> pairs,
        List<LeftOut> leftOut) {
    public ComparisonPage {
        requireNonNull(frame, "frame is null");
        requireNonNull(back, "back is null");
        requireNonNull(standing, "standing is null");
        requireNonNull(live, "live is null");
        requireNonNull(picture, "picture is null");
        pairs = List.copyOf(pairs);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Two that are alike.
     *
     * @param similarity how much, leading to both side by side
     * @param first whose the one is, leading to the submission
     */
    public record Line(Link similarity, Link first, Link second, String larger, String tokens) {
        public Line {
            requireNonNull(similarity, "similarity is null");
            requireNonNull(first, "first is null");
            requireNonNull(second, "second is null");
            requireNonNull(larger, "larger is null");
            requireNonNull(tokens, "tokens is null");
        }
    }

    /** One that was not compared. */
    public record LeftOut(Link submission, String why) {
        public LeftOut {
            requireNonNull(submission, "submission is null");
            requireNonNull(why, "why is null");
        }
    }
}
