package assay.core.assignment;

import assay.core.assignment.Part.TrainingPart;
import assay.core.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** What parts that train say of parts before them; checked when all are read. */
final class TrainingReferences {
    private final List<Reference> references = new ArrayList<>();

    /**
     * One part that another names.
     *
     * @param fits whether the one that is named (second) suits the one that names it (first)
     * @param what it must be
     */
    private record Reference(
            String from, String to, YamlValue value, BiPredicate<TrainingPart, Part> fits, String what) {}

    /** Must be accepted before that part is trained. */
    void needs(String from, YamlValue value) {
        add(from, value, (_, _) -> true, "part");
    }

    /** That part begins with its weights. */
    void start(String from, YamlValue value) {
        add(from, value, TrainingReferences::sameNetwork, "part that trains the same network");
    }

    /** That part is compared with it. */
    void beats(String from, YamlValue value) {
        add(from, value, TrainingReferences::sameData, "part that trains on the same data");
    }

    private void add(String from, YamlValue value, BiPredicate<TrainingPart, Part> fits, String what) {
        Ids.read(value).ifPresent(to -> references.add(new Reference(from, to, value, fits, what)));
    }

    /** Notes what does not hold. */
    void check(List<Part> parts) {
        List<String> ids = parts.stream().map(Part::id).toList();
        for (Reference reference : references) {
            int at = ids.indexOf(reference.from());
            Optional<Part> named = parts.stream()
                    .limit(Math.max(at, 0))
                    .filter(part -> part.id().equals(reference.to()))
                    .findFirst();
            boolean fine = at >= 0
                    && parts.get(at) instanceof TrainingPart training
                    && named.filter(part -> reference.fits().test(training, part))
                            .isPresent();
            if (!fine) {
                reference
                        .value()
                        .problem("there is no earlier " + reference.what() + " with the id '" + reference.to() + "'");
            }
        }
    }

    private static boolean sameNetwork(TrainingPart part, Part named) {
        return named instanceof TrainingPart other
                && other.spec().network().equals(part.spec().network());
    }

    private static boolean sameData(TrainingPart part, Part named) {
        return named instanceof TrainingPart other
                && other.spec().data().equals(part.spec().data());
    }
}
