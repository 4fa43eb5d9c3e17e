package assay.core.pipeline;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.CaseSpec;
import assay.core.assignment.Part.SpeedupPart;
import assay.core.domain.Verdict;
import assay.core.pipeline.CaseCaller.Called;
import assay.core.port.Implementation;
import assay.core.result.CaseResult;
import assay.kernels.Form;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Measures how many times faster the vector form of a kernel is. Both forms take turns in one sandbox, so that whatever
 * slows the machine slows both; the first rounds warm the JVM up and are not counted. Each round has an input of
 * its own, and the vector form gets it first: nothing that is remembered, by one form or for the other, makes it faster.
 * It runs after the hidden cases, so nothing of what the code prints here is kept.
 */
final class SpeedupRunner {
    /** The form that should be fast comes first. */
    private static final List<Form.Kind> IN_TURN = List.of(Form.Kind.VECTOR, Form.Kind.SCALAR);

    private final CaseCaller caller;
    private final CaseJudge judge;
    private final UseRule uses;

    SpeedupRunner(CaseCaller caller, CaseJudge judge, UseRule uses) {
        this.caller = requireNonNull(caller, "caller is null");
        this.judge = requireNonNull(judge, "judge is null");
        this.uses = requireNonNull(uses, "uses is null");
    }

    /**
     * What was measured.
     *
     * @param cases one a case that ran, accepted where both forms match the golden
     * @param ratio quickest time of the scalar form over that of the vector form; empty if not every output was accepted
     */
    record Measured(List<CaseResult> cases, OptionalDouble ratio) {
        Measured {
            cases = List.copyOf(cases);
            requireNonNull(ratio, "ratio is null");
        }
    }

    Measured run(SpeedupPart part) {
        for (Form.Kind form : Form.Kind.values()) {
            List<Implementation> found = caller.implementations(part.kernel(), Optional.of(form));
            if (found.size() != 1) {
                return unmeasured(part, form);
            }
            Optional<String> violation = uses.violation(found.getFirst());
            if (violation.isPresent()) {
                return unmeasured(part, Verdict.PV, violation.get());
            }
        }
        Map<String, CaseResult> results = new LinkedHashMap<>();
        Map<Form.Kind, List<Double>> nanos = new EnumMap<>(Form.Kind.class);
        List<CaseSpec> rounds = part.rounds();
        for (int round = 0; round < rounds.size(); round++) {
            CaseSpec shown = part.cases().get(round % part.cases().size());
            for (Form.Kind form : IN_TURN) {
                CaseResult result = call(part, shown, rounds.get(round), form).withoutPrinted();
                results.put(shown.id(), result);
                if (result.verdict() != Verdict.AC) {
                    return new Measured(List.copyOf(results.values()), OptionalDouble.empty());
                }
                if (round >= SpeedupPart.WARM_UPS) {
                    nanos.computeIfAbsent(form, _ -> new ArrayList<>())
                            .add((double) result.usage().wall().toNanos());
                }
            }
        }
        double ratio = quickest(nanos, Form.Kind.SCALAR) / quickest(nanos, Form.Kind.VECTOR);
        return new Measured(List.copyOf(results.values()), OptionalDouble.of(ratio));
    }

    /** @param shown what the result is called, whatever was drawn for this round */
    private CaseResult call(SpeedupPart part, CaseSpec shown, CaseSpec drawn, Form.Kind form) {
        return switch (caller.call(part, drawn, part.kernel(), Optional.of(form))) {
            case Called.Broken broken -> CaseJudge.notRun(shown, Verdict.IE, broken.reason());
            case Called.Answered answered -> judge.judge(part.kernel(), shown, answered.golden(), answered.outcome());
        };
    }

    private static Measured unmeasured(SpeedupPart part, Form.Kind form) {
        String reason = "Not measured: it takes exactly one class marked @Form(Form.Kind.%s) that implements %s."
                .formatted(form, part.kernel().contract().getSimpleName());
        return unmeasured(part, Verdict.SK, reason);
    }

    private static Measured unmeasured(SpeedupPart part, Verdict verdict, String reason) {
        return new Measured(
                part.cases().stream()
                        .map(spec -> CaseJudge.notRun(spec, verdict, reason))
                        .toList(),
                OptionalDouble.empty());
    }

    /** What disturbs a measurement only ever makes it longer, on a busy machine several in a row. */
    private static double quickest(Map<Form.Kind, List<Double>> nanos, Form.Kind form) {
        return StatUtils.min(nanos.getOrDefault(form, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray());
    }
}
