package assay.sandbox.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/** What the holes of {@link HoleTable} mean for one machine. */
final class KnownHoles {
    /** Versions as their makers number them; distributions mend old ones and say so in their own. */
    private static final Pattern UPSTREAM = Pattern.compile("v?\\d+(\\.\\d+)*(-rc\\.?\\d+)?");

    private KnownHoles() {}

    /**
     * One check for the program, and one for each hole that its version has.
     *
     * @param mended whether the distribution says of a program and a hole that it has mended it
     * @param filtered whether our filter is in force
     */
    static List<Check> checks(String program, String version, boolean filtered, BiPredicate<String, String> mended) {
        List<KnownHole> known = HoleTable.ALL.stream()
                .filter(hole -> hole.program().equals(program))
                .toList();
        if (known.stream().anyMatch(hole -> hole.affects(version).isEmpty())) {
            return List.of(Check.warn(program, "of unknown version " + version, ""));
        }
        List<KnownHole> open = known.stream()
                .filter(hole -> hole.affects(version).orElse(false))
                .toList();
        long left =
                open.stream().filter(hole -> !mended.test(program, hole.id())).count();
        List<Check> checks = new ArrayList<>();
        checks.add(Check.ok(
                program,
                "%s: of %d known holes %d are in what was published under that version%s (as of %s)"
                        .formatted(
                                version,
                                known.size(),
                                open.size(),
                                byDistribution(open.size(), left),
                                HoleTable.AS_OF)));
        open.forEach(hole -> checks.add(check(hole, version, filtered, mended)));
        return checks;
    }

    private static String byDistribution(long open, long left) {
        return open == left ? "" : ", and the distribution has mended " + (open - left) + " of them";
    }

    private static Check check(KnownHole hole, String version, boolean filtered, BiPredicate<String, String> mended) {
        String who = hole.program() + " lets somebody " + hole.means();
        if (mended.test(hole.program(), hole.id())) {
            return Check.ok(
                    hole.id(), who + "; mended by the distribution, as the changelog of the installed package says");
        }
        boolean byFilter = hole.outOfReach().startsWith(HoleTable.FILTERED);
        if (byFilter && filtered) {
            return Check.ok(hole.id(), who + "; out of reach: " + hole.outOfReach());
        }
        String remedy = "update " + hole.program() + " to " + hole.mended().replace(" ", " or ");
        if (!hole.outOfReach().isEmpty() && !byFilter) {
            return Check.warn(hole.id(), who + "; out of reach of submissions: " + hole.outOfReach(), remedy);
        }
        return UPSTREAM.matcher(version).matches()
                ? Check.fail(hole.id(), who, remedy)
                : Check.warn(
                        hole.id(), who + "; perhaps mended by the distribution, which does not say so here", remedy);
    }
}
