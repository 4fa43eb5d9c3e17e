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
    /** A wrong shape is still compared where it comes from a forgotten stride or padding. */
    private static final long TIMES_THE_GOLDEN = 8;

    private final Set<String> wanted;
    private final Map<Key, Tensor> kept = new HashMap<>();

    Outputs(Assignment assignment) {
        wanted = assignment.parts().stream()
                .flatMap(part -> part instanceof AgreementPart agreement
                        ? Stream.of(agreement.left(), agreement.right())
                        : Stream.of())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Keeps an output, unless it is far larger than the golden: all outputs of a submission are kept at once, and a
     * student may return what the frames take.
     */
    void keep(String part, String caseId, Tensor output, Tensor golden) {
        if (wanted.contains(part) && output.size() <= TIMES_THE_GOLDEN * golden.size()) {
            kept.put(new Key(part, caseId), output);
        }
    }

    Optional<Tensor> of(String part, String caseId) {
        return Optional.ofNullable(kept.get(new Key(part, caseId)));
    }

    private record Key(String part, String caseId) {}
}
