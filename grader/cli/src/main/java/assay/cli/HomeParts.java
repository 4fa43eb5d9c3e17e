package assay.cli;

import assay.core.assignment.Assignment;
import assay.core.assignment.Part;
import assay.core.assignment.Part.TrainingPart;
import assay.core.assignment.TrainingCheck;
import assay.core.assignment.TrainingSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of an assignment that trains is run at home: the public cases of the kernels, and all that trains or is asked for. */
final class HomeParts {
    private HomeParts() {}

    /** @param only ids of parts that train; where there are none, all do */
    static Assignment of(Assignment whole, List<String> only) {
        Assignment shown = whole.publicOnly();
        List<String> publicIds = shown.parts().stream().map(Part::id).toList();
        Set<String> wanted = wanted(whole, only);
        List<Part> parts = new ArrayList<>();
        for (Part part : whole.parts()) {
            if (part instanceof TrainingPart && wanted.contains(part.id())) {
                parts.add(part);
            } else if (!(part instanceof TrainingPart)
                    && publicIds.contains(part.id())
                    && (only.isEmpty() || wanted.contains(part.id()))) {
                parts.add(shown.part(part.id()));
            }
        }
        return whole.with(parts);
    }

    /** With what they need, begin with or are compared with. */
    private static Set<String> wanted(Assignment whole, List<String> only) {
        List<TrainingPart> training = whole.parts().stream()
                .filter(TrainingPart.class::isInstance)
                .map(TrainingPart.class::cast)
                .toList();
        List<String> ids = training.stream().map(TrainingPart::id).toList();
        List<String> unknown = only.stream().filter(id -> !ids.contains(id)).toList();
        if (!unknown.isEmpty()) {
            throw new UsageProblem("No part that trains is called %s; there are %s."
                    .formatted(String.join(", ", unknown), String.join(", ", ids)));
        }
        Set<String> wanted = new HashSet<>(only.isEmpty() ? ids : only);
        for (TrainingPart part : training.reversed()) { // what a part refers to stands before it
            if (wanted.contains(part.id())) {
                wanted.addAll(references(part));
            }
        }
        return wanted;
    }

    private static Set<String> references(TrainingPart part) {
        Stream<String> compared = part.items().stream()
                .map(item -> item.check())
                .filter(TrainingCheck.Beats.class::isInstance)
                .map(check -> ((TrainingCheck.Beats) check).part());
        Stream<String> start = part.spec().start().map(TrainingSpec.Start::part).stream();
        return Stream.of(compared, start, part.spec().needs().stream())
                .flatMap(ids -> ids)
                .collect(Collectors.toSet());
    }
}
