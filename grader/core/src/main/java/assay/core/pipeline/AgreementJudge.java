package assay.core.pipeline;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.CaseSpec;
import assay.core.assignment.Part.AgreementPart;
import assay.core.assignment.Part.KernelPart;
import assay.core.compare.TensorComparison;
import assay.core.compare.TensorWeighing;
import assay.core.domain.RunUsage;
import assay.core.domain.Verdict;
import assay.core.result.CaseResult;
import assay.core.result.PartResult;
import assay.kernels.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Weighs the outputs of two parts against each other. Two equal outputs count only if one of them is accepted: two
 * tensors of zeros agree as well.
 */
final class AgreementJudge {
    private final Outputs outputs;

    AgreementJudge(Outputs outputs) {
        this.outputs = requireNonNull(outputs, "outputs is null");
    }

    List<CaseResult> judge(AgreementPart part, KernelPart left, Map<String, PartResult> done) {
        return left.cases().stream().map(spec -> judge(part, spec, done)).toList();
    }

    /** One case, whose cases of the two parts are done. */
    CaseResult judge(AgreementPart part, CaseSpec spec, Map<String, PartResult> done) {
        Optional<Tensor> left = outputs.of(part.left(), spec.id());
        Optional<Tensor> right = outputs.of(part.right(), spec.id());
        if (left.isEmpty() || right.isEmpty()) {
            return CaseJudge.notRun(spec, brokenOr(Verdict.SK, part, spec, done), missing(part, left.isEmpty()));
        }
        TensorComparison comparison = TensorWeighing.compare(left.get(), right.get(), spec.tolerance());
        boolean oneAccepted =
                verdict(done, part.left(), spec) == Verdict.AC || verdict(done, part.right(), spec) == Verdict.AC;
        if (comparison.matches() && !oneAccepted) {
            return CaseJudge.notRun(
                    spec, Verdict.WA, "%s and %s agree, but not with PyTorch.".formatted(part.left(), part.right()));
        }
        return new CaseResult(
                spec.id(),
                spec.visibility(),
                comparison.matches() ? Verdict.AC : Verdict.WA,
                CaseMessages.weighed(comparison),
                Optional.of(comparison),
                "",
                List.of(),
                "",
                RunUsage.NONE);
    }

    private static Verdict brokenOr(Verdict other, AgreementPart part, CaseSpec spec, Map<String, PartResult> done) {
        boolean broken =
                verdict(done, part.left(), spec) == Verdict.IE || verdict(done, part.right(), spec) == Verdict.IE;
        return broken ? Verdict.IE : other;
    }

    private static String missing(AgreementPart part, boolean leftMissing) {
        return "Nothing to compare: %s gave no output for this case, or one that is far too large."
                .formatted(leftMissing ? part.left() : part.right());
    }

    private static Verdict verdict(Map<String, PartResult> done, String part, CaseSpec spec) {
        return Optional.ofNullable(done.get(part)).stream()
                .flatMap(result -> result.cases().stream())
                .filter(result -> result.id().equals(spec.id()))
                .map(CaseResult::verdict)
                .findFirst()
                .orElse(Verdict.SK);
    }
}
