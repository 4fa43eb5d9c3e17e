package assay.core.pipeline;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.CaseSpec;
import assay.core.compare.TensorComparison;
import assay.core.compare.TensorWeighing;
import assay.core.compare.VariantMatch;
import assay.core.domain.Limits;
import assay.core.domain.RunUsage;
import assay.core.domain.Verdict;
import assay.core.port.CallOutcome;
import assay.core.port.GoldenCase;
import assay.core.port.GoldenCase.Misconception;
import assay.core.property.Property;
import assay.core.result.CaseResult;
import assay.kernels.Tensor;
import assay.kernels.call.Kernel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What came out of the sandbox, weighed against the golden; a pure function. */
public final class CaseJudge {
    private final Limits limits;

    public CaseJudge(Limits limits) {
        this.limits = requireNonNull(limits, "limits is null");
    }

    /** The verdict on one call, with what the student should read about it. */
    public CaseResult judge(Kernel kernel, CaseSpec spec, GoldenCase golden, CallOutcome outcome) {
        return outcome instanceof CallOutcome.Returned returned
                ? Property.of(kernel)
                        .map(property -> hold(property, spec, golden, returned))
                        .orElseGet(() -> weigh(spec, golden, returned))
                : judge(spec, golden, outcome);
    }

    /** The same for a kernel whose output is weighed against the golden. */
    public CaseResult judge(CaseSpec spec, GoldenCase golden, CallOutcome outcome) {
        return switch (outcome) {
            case CallOutcome.Returned returned -> weigh(spec, golden, returned);
            case CallOutcome.Threw threw ->
                new CaseResult(
                        spec.id(),
                        spec.visibility(),
                        CaseMessages.verdict(threw.kind()),
                        CaseMessages.threw(threw),
                        Optional.empty(),
                        "",
                        threw.stack(),
                        threw.printed(),
                        threw.usage());
            case CallOutcome.Killed killed ->
                new CaseResult(
                        spec.id(),
                        spec.visibility(),
                        CaseMessages.verdict(killed.cause()),
                        CaseMessages.killed(killed, limits),
                        Optional.empty(),
                        "",
                        List.of(),
                        killed.printed(),
                        killed.usage());
        };
    }

    /** A case that was not run, or could not be. */
    public static CaseResult notRun(CaseSpec spec, Verdict verdict, String reason) {
        return new CaseResult(
                spec.id(), spec.visibility(), verdict, reason, Optional.empty(), "", List.of(), "", RunUsage.NONE);
    }

    private static CaseResult weigh(CaseSpec spec, GoldenCase golden, CallOutcome.Returned returned) {
        TensorComparison comparison = TensorWeighing.compare(golden.expected(), returned.output(), spec.tolerance());
        String misconception = comparison.matches() ? "" : misconception(spec, golden, returned.output());
        String changed = returned.inputsChanged() ? CaseMessages.INPUTS_CHANGED : "";
        return new CaseResult(
                spec.id(),
                spec.visibility(),
                comparison.matches() ? Verdict.AC : Verdict.WA,
                (CaseMessages.weighed(comparison) + " " + changed).strip(),
                Optional.of(comparison),
                misconception,
                List.of(),
                returned.printed(),
                returned.usage());
    }

    /** The golden is one right output of many: its shape is right, its numbers need not be. */
    private static CaseResult hold(Property property, CaseSpec spec, GoldenCase golden, CallOutcome.Returned returned) {
        if (!Arrays.equals(golden.expected().shape(), returned.output().shape())) {
            return weigh(spec, golden, returned);
        }
        Optional<String> broken = property.broken(golden.arguments(), returned.output());
        return new CaseResult(
                spec.id(),
                spec.visibility(),
                broken.isEmpty() ? Verdict.AC : Verdict.WA,
                broken.orElse(""),
                Optional.empty(),
                "",
                List.of(),
                returned.printed(),
                returned.usage());
    }

    private static String misconception(CaseSpec spec, GoldenCase golden, Tensor output) {
        return golden.misconceptions().stream()
                .filter(variant -> VariantMatch.matches(variant.output(), output, spec.tolerance()))
                .findFirst()
                .map(Misconception::explanation)
                .orElse("");
    }
}
