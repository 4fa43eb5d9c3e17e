package assay.server.page;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Who works together on an assignment.
 *
 * @param standing how large a team may be
 * @param alone students who are in no team
 * @param wanted what was asked for and not done, to be corrected
 */
public record TeamsPage(
        Frame frame,
        Link back,
        String address,
        String standing,
        Link rules,
        boolean together,
        String done,
        List<String> problems,
        Team wanted,
        List<Team> teams,
        List<String> alone) {
    /**
     * A team.
     *
     * @param members as they are shown
     * @param ids as they are written in a form, a line each
     */
    public record Team(String name, List<String> members, String ids) {
        public static final Team NONE = new Team("", List.of(), "");

        public Team {
            requireNonNull(name, "name is null");
            members = List.copyOf(members);
            requireNonNull(ids, "ids is null");
        }
    }

    public TeamsPage {
        requireNonNull(frame, "frame is null");
        requireNonNull(back, "back is null");
        requireNonNull(address, "address is null");
        requireNonNull(standing, "standing is null");
        requireNonNull(rules, "rules is null");
        requireNonNull(done, "done is null");
        problems = List.copyOf(problems);
        requireNonNull(wanted, "wanted is null");
        teams = List.copyOf(teams);
        alone = List.copyOf(alone);
    }
}
