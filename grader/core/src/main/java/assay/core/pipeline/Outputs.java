package assay.core.pipeline;

import assay.core.assignment.Assignment;
import assay.core.assignment.Part.AgreementPart;
import assay.kernels.Tensor;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The outputs of one submission that a later part weighs against each other; no others are kept. */
final class Outputs {
    private final Set<String> wanted;
    private final Map<Key, Tensor> kept = new HashMap<>();

    Outputs(Assignment assignment) {
        wanted = assignment.parts().stream()
                .flatMap(part -> part instanceof AgreementPart agreement
                        ? Stream.of(agreement.left(), agreement.right())
                        : Stream.of())
                .collect(Collectors.toUnmodifiableSet());
    }

    void keep(String part, String caseId, Tensor output) {
        if (wanted.contains(part)) {
            kept.put(new Key(part, caseId), output);
        }
    }

    Optional<Tensor> of(String part, String caseId) {
        return Optional.ofNullable(kept.get(new Key(part, caseId)));
    }

    private record Key(String part, String caseId) {}
}
