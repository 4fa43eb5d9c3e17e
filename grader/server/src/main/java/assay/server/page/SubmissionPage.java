package assay.server.page;

import static java.util.Objects.requireNonNull;

import assay.core.report.page.Badge;
import java.util.List;
import java.util.Optional;

/**
 * One submission: how far it is, or what came of it.
 *
 * @param handedIn when; its zone is that of all times on the page
 * @param address of the submission, with a slash at its end
 * @param links to what else there is about it
 * @param kept what is kept back, and until when; empty where nothing is
 * @param reveal where what is kept back may be seen before, or could have been
 * @param staff whether it may be graded again
 */
public record SubmissionPage(
        Frame frame,
        Link assignment,
        String handedIn,
        String address,
        List<Link> links,
        State state,
        String problem,
        boolean report,
        String kept,
        Optional<Offer> reveal,
        List<CaseLine> cases,
        Optional<SelfCheck> selfCheck,
        Timeline timeline,
        boolean staff) {
    /**
     * Where it is.
     *
     * @param live while it waits or runs
     * @param standing what lateness did to the points; empty where no points are shown
     * @param arithmetic of a penalty, step by step
     */
    public record State(
            String words,
            Optional<Live> live,
            Optional<Badge> badge,
            String points,
            String standing,
            List<String> arithmetic) {
        public State {
            requireNonNull(words, "words is null");
            requireNonNull(live, "live is null");
            requireNonNull(badge, "badge is null");
            requireNonNull(points, "points is null");
            requireNonNull(standing, "standing is null");
            arithmetic = List.copyOf(arithmetic);
        }
    }

    /**
     * Something that may be done, once or again.
     *
     * @param button empty where it cannot be done now; the words say why
     */
    public record Offer(String words, String button) {
        public Offer {
            requireNonNull(words, "words is null");
            requireNonNull(button, "button is null");
        }
    }

    /**
     * What its student had graded again for themselves.
     *
     * @param live the one that is under way
     * @param last what came of the last one; empty where there was none
     */
    public record SelfCheck(Offer offer, Optional<Live> live, String last, List<CaseLine> cases) {
        public SelfCheck {
            requireNonNull(offer, "offer is null");
            requireNonNull(live, "live is null");
            requireNonNull(last, "last is null");
            cases = List.copyOf(cases);
        }
    }

    /** Whether anything on it goes on. */
    public boolean waiting() {
        return state.live().isPresent() || selfCheck.flatMap(SelfCheck::live).isPresent();
    }

    public SubmissionPage {
        requireNonNull(frame, "frame is null");
        requireNonNull(assignment, "assignment is null");
        requireNonNull(handedIn, "handedIn is null");
        requireNonNull(address, "address is null");
        links = List.copyOf(links);
        requireNonNull(state, "state is null");
        requireNonNull(problem, "problem is null");
        requireNonNull(kept, "kept is null");
        requireNonNull(reveal, "reveal is null");
        cases = List.copyOf(cases);
        requireNonNull(selfCheck, "selfCheck is null");
        requireNonNull(timeline, "timeline is null");
    }
}
