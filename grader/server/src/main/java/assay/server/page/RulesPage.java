package assay.server.page;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The rules of an assignment, to be read and changed.
 *
 * @param standing which version holds, since when, by whom
 * @param told as students read them
 * @param versions the newest first
 * @param zone in which the time of the release is given
 */
public record RulesPage(
        Frame frame,
        Link back,
        String address,
        String standing,
        List<String> told,
        boolean instructor,
        Values values,
        String zone,
        List<String> problems,
        List<Version> versions) {
    /** One version of them, and what it changed. */
    public record Version(String number, String when, String who, List<String> changes) {
        public Version {
            requireNonNull(number, "number is null");
            requireNonNull(when, "when is null");
            requireNonNull(who, "who is null");
            changes = List.copyOf(changes);
        }
    }

    /** What stands in the form; empty where nothing is set. */
    public record Values(
            String attempts,
            String coolDown,
            String counting,
            String release,
            String teamSize,
            String reveals,
            String needs) {
        public Values {
            requireNonNull(attempts, "attempts is null");
            requireNonNull(coolDown, "coolDown is null");
            requireNonNull(counting, "counting is null");
            requireNonNull(release, "release is null");
            requireNonNull(teamSize, "teamSize is null");
            requireNonNull(reveals, "reveals is null");
            requireNonNull(needs, "needs is null");
        }
    }

    public RulesPage {
        requireNonNull(frame, "frame is null");
        requireNonNull(back, "back is null");
        requireNonNull(address, "address is null");
        requireNonNull(standing, "standing is null");
        told = List.copyOf(told);
        requireNonNull(values, "values is null");
        requireNonNull(zone, "zone is null");
        problems = List.copyOf(problems);
        versions = List.copyOf(versions);
    }
}
