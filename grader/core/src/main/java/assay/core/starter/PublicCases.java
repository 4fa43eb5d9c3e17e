package assay.core.starter;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.assignment.CaseSpec;
import assay.core.assignment.Part;
import assay.core.domain.GraderFault;
import assay.core.pack.GoldenPack;
import assay.core.port.GoldenCase;
import assay.core.port.GoldenSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a student may see of an assignment's cases: enough to run them, and nothing of those that are hidden but their
 * number.
 *
 * @param assignment only public cases, and only parts that can be run at home; of how a case is drawn it knows nothing
 * @param onServer titles of the parts that only the server runs, in the assignment's order
 * @param hidden how many cases the server runs besides, those parts not counted
 * @param keys the golden's key in the pack, by {@link #place}
 */
public record PublicCases(
        Assignment assignment, List<String> onServer, int hidden, Map<String, String> keys, GoldenPack goldens)
        implements GoldenSource {
    public PublicCases {
        requireNonNull(assignment, "assignment is null");
        requireNonNull(goldens, "goldens is null");
        onServer = List.copyOf(onServer);
        keys = Map.copyOf(keys);
    }

    /**
     * The public cases of an assignment. Cases that share inputs and golden are carried once.
     *
     * @throws GraderFault if a golden cannot be had
     */
    public static PublicCases of(Assignment assignment, GoldenSource goldens) {
        Assignment home = atHome(assignment.publicOnly());
        Map<String, String> keys = new LinkedHashMap<>();
        Map<List<Object>, GoldenPack.Entry> entries = new LinkedHashMap<>();
        for (Part part : home.parts()) {
            if (!(part instanceof Part.KernelPart kernel)) {
                continue; // an agreement weighs outputs against each other
            }
            for (CaseSpec spec : kernel.cases()) {
                String place = place(part, spec);
                GoldenCase golden = goldens.golden(assignment, part, spec);
                GoldenPack.Entry entry = entries.computeIfAbsent(
                        List.of(golden.digest(), spec.misconceptions()), _ -> new GoldenPack.Entry(place, golden));
                keys.put(place, entry.key());
            }
        }
        List<Part> left = new ArrayList<>(assignment.parts());
        left.removeIf(part -> home.parts().stream().anyMatch(kept -> kept.id().equals(part.id())));
        int hidden = home.parts().stream()
                .mapToInt(part -> assignment.cases(assignment.part(part.id())).size()
                        - home.cases(part).size())
                .sum();
        return new PublicCases(
                home,
                left.stream().map(Part::title).toList(),
                hidden,
                keys,
                new GoldenPack(List.copyOf(entries.values())));
    }

    /** How a case of a part is named, e.g. {@code max_pool2d/seed-shape}. */
    public static String place(Part part, CaseSpec spec) {
        return part.id() + "/" + spec.id();
    }

    @Override
    public GoldenCase golden(Assignment ofThis, Part part, CaseSpec spec) {
        String place = place(part, spec);
        return goldens.find(keys.getOrDefault(place, ""))
                .orElseThrow(() -> new GraderFault(
                        GraderFault.Code.GOLDEN, "find the golden of " + place, "the public cases have none of it"));
    }

    @Override
    public Map<String, String> description(Assignment ofThis) {
        return Map.of("assignment.digest", assignment.digest());
    }

    /**
     * Without speed-ups, which a machine with a browser and an IDE on it cannot measure fairly, and without what is
     * written, for which a student would need more than the JDK.
     */
    private static Assignment atHome(Assignment assignment) {
        return assignment.with(assignment.parts().stream()
                .filter(part -> part instanceof Part.KernelPart || part instanceof Part.AgreementPart)
                .toList());
    }
}
