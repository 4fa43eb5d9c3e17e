package assay.golden.store;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.assignment.CaseSpec;
import assay.core.assignment.Part;
import assay.core.domain.Digests;
import assay.core.domain.GraderFault;
import assay.golden.draw.CanonicalText;
import assay.golden.draw.CaseSeed;
import assay.golden.draw.CaseSeeds;
import assay.golden.misconception.Misconceptions;
import assay.golden.misconception.Variant;
import assay.golden.torch.PyTorch;
import assay.kernels.call.Kernel;
import java.util.ArrayList;
import java.util.List;

/**
 * One golden that is wanted, with all that it depends on.
 *
 * @param variants the wrong variants to be computed beside it
 */
record GoldenRequest(String assignment, Kernel kernel, CaseSpec spec, CaseSeed seed, List<Variant> variants) {
    /** Counts up with each change of kernels, draws or variants that gives other numbers for the same request. */
    static final int GENERATION = 1;

    GoldenRequest {
        requireNonNull(assignment, "assignment is null");
        requireNonNull(kernel, "kernel is null");
        requireNonNull(spec, "spec is null");
        requireNonNull(seed, "seed is null");
        variants = List.copyOf(variants);
    }

    /** @throws GraderFault if the part has no kernel, or the case names a misconception that there is not */
    static GoldenRequest of(Assignment assignment, Part part, CaseSpec spec, CaseSeeds seeds) {
        Kernel kernel = kernel(part);
        List<Variant> variants = spec.misconceptions().stream()
                .map(name -> Misconceptions.named(kernel, name)
                        .orElseThrow(() -> fault(
                                assignment,
                                part,
                                spec,
                                "there is no misconception " + name + " of " + kernel.torchName() + ", only "
                                        + Misconceptions.names().get(kernel))))
                .toList();
        return new GoldenRequest(assignment.id(), kernel, spec, seeds.seed(assignment.id(), kernel, spec), variants);
    }

    /** Which golden of one installation is meant. */
    record Name(String assignment, Kernel kernel, CaseSpec spec) {}

    /** @throws GraderFault if the part has no kernel */
    static Name name(Assignment assignment, Part part, CaseSpec spec) {
        return new Name(assignment.id(), kernel(part), spec);
    }

    /** The cases of a part whose golden is needed in any case; none where its outputs are weighed against each other. */
    static List<CaseSpec> cases(Part part) {
        return switch (part) {
            case Part.KernelPart kernelPart -> kernelPart.cases();
            case Part.SpeedupPart speedup -> speedup.leastRounds();
            case Part.AgreementPart _, Part.AnswersPart _, Part.ManualPart _, Part.TrainingPart _ -> List.of();
        };
    }

    /** Names the golden in the store: different as soon as anything is that the golden depends on. */
    String key() {
        List<String> fields = new ArrayList<>(
                List.of("golden " + GENERATION, PyTorch.VERSION, PyTorch.DJL_VERSION, kernel.torchName(), seed.hex()));
        fields.addAll(CanonicalText.of(spec.arguments()));
        for (Variant variant : variants) {
            fields.add(variant.name());
            fields.add(variant.explanation());
        }
        return Digests.ofFields(fields);
    }

    private static Kernel kernel(Part part) {
        return switch (part) {
            case Part.KernelPart kernelPart -> kernelPart.kernel();
            case Part.SpeedupPart speedup -> speedup.kernel();
            case Part.AgreementPart _, Part.AnswersPart _, Part.ManualPart _, Part.TrainingPart _ ->
                throw new GraderFault(
                        GraderFault.Code.GOLDEN,
                        "find the golden of part " + part.id(),
                        "outputs are weighed against each other there, or nothing runs");
        };
    }

    private static GraderFault fault(Assignment assignment, Part part, CaseSpec spec, String reason) {
        return new GraderFault(
                GraderFault.Code.GOLDEN,
                "find the golden of " + assignment.id() + ", part " + part.id() + ", case " + spec.id(),
                reason);
    }
}
