package assay.core.pipeline;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.CaseSpec;
import assay.core.assignment.Part.SpeedupPart;
import assay.core.domain.GraderFault;
import assay.core.domain.Verdict;
import assay.core.pipeline.CaseCaller.Called;
import assay.core.port.Implementation;
import assay.core.result.CaseResult;
import assay.kernels.Form;
import assay.kernels.call.Argument;
import java.time.Duration;
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
 * A busy host makes a call look longer, and shorter where it hears late that the call began; either form as often as
 * the other. So each round gives a ratio, their median counts, and rounds are added while they disagree. It runs after the
 * hidden cases, so nothing of what the code prints here is kept.
 *
 * <p>Where there is a plain form of ours, it takes its turn too, and the vector form has to be faster than that as well:
 * a scalar form that is slow on purpose gains nothing.
 */
final class SpeedupRunner {
    /** The form that should be fast comes first. */
    private static final List<Form.Kind> IN_TURN = List.of(Form.Kind.VECTOR, Form.Kind.SCALAR);

    private final CaseCaller caller;
    private final CaseJudge judge;
    private final UseRule uses;
    private final PlainForm plain;
    private final Tries tries;

    SpeedupRunner(CaseCaller caller, CaseJudge judge, UseRule uses, PlainForm plain, Tries tries) {
        this.caller = requireNonNull(caller, "caller is null");
        this.judge = requireNonNull(judge, "judge is null");
        this.uses = requireNonNull(uses, "uses is null");
        this.plain = requireNonNull(plain, "plain is null");
        this.tries = requireNonNull(tries, "tries is null");
    }

    /**
     * What was measured.
     *
     * @param cases one a case that ran, accepted where both forms match the golden
     * @param ratio time of the scalar form over that of the vector form; empty if not every output was accepted
     * @param byPlain whether the scalar form is so slow that a plain one of ours counted instead
     */
    record Measured(List<CaseResult> cases, OptionalDouble ratio, boolean byPlain) {
        Measured {
            cases = List.copyOf(cases);
            requireNonNull(ratio, "ratio is null");
        }
    }

    Measured run(SpeedupPart part) {
        try {
            return measured(part);
        } catch (GraderFault fault) {
            return unmeasured(part, Verdict.IE, fault.explanation());
        }
    }

    private Measured measured(SpeedupPart part) {
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
        caller.beginAnew(); // as the plain form does: what ran in other parts is compiled already, or not
        Map<String, CaseResult> results = new LinkedHashMap<>();
        List<Double> ratios = new ArrayList<>();
        int byPlain = 0;
        List<CaseSpec> rounds = part.rounds();
        for (int round = 0; round < rounds.size() && !decided(part, ratios); round++) {
            CaseSpec shown = part.cases().get(round % part.cases().size());
            Map<Form.Kind, Duration> walls = new EnumMap<>(Form.Kind.class);
            List<Argument> inputs = List.of();
            for (Form.Kind form : IN_TURN) {
                Called called = caller.call(part, rounds.get(round), part.kernel(), Optional.of(form));
                CaseResult result = judged(part, shown, called).withoutPrinted();
                results.put(shown.id(), result);
                if (result.verdict() != Verdict.AC) {
                    return new Measured(List.copyOf(results.values()), OptionalDouble.empty(), false);
                }
                inputs = inputs(called);
                walls.put(form, result.usage().wall());
            }
            caller.endIfBusy(); // what goes on in there would make the plain form slow
            double own = nanos(walls, Form.Kind.SCALAR);
            double most = most(part, inputs, own);
            if (round >= SpeedupPart.WARM_UPS) {
                ratios.add(Math.min(own, most) / nanos(walls, Form.Kind.VECTOR));
                byPlain += own > most ? 1 : 0;
            }
        }
        return new Measured(
                List.copyOf(results.values()), OptionalDouble.of(median(ratios)), 2 * byPlain > ratios.size());
    }

    /** What of the scalar form's time counts: a vector form that earns the points is faster than a plain form, too. */
    private double most(SpeedupPart part, List<Argument> inputs, double otherwise) {
        return tries.of(() -> plain.takes(part.kernel(), inputs))
                .map(wall -> SpeedupPart.OF_PLAIN * part.atLeast() * Math.max(1, wall.toNanos()))
                .orElse(otherwise);
    }

    /**
     * Whether enough rounds were measured, and so many more of them on one side of what is asked for than on the other
     * as three standard deviations of a coin's tosses.
     */
    private static boolean decided(SpeedupPart part, List<Double> ratios) {
        int rounds = ratios.size();
        long above = ratios.stream().filter(ratio -> ratio >= part.atLeast()).count();
        return rounds >= part.repeats() && Math.abs(2 * above - rounds) >= 3 * Math.sqrt(rounds);
    }

    /** @param shown what the result is called, whatever was drawn for this round */
    private CaseResult judged(SpeedupPart part, CaseSpec shown, Called called) {
        return switch (called) {
            case Called.Broken broken -> CaseJudge.notRun(shown, Verdict.IE, broken.reason());
            case Called.Answered answered -> judge.judge(part.kernel(), shown, answered.golden(), answered.outcome());
        };
    }

    private static List<Argument> inputs(Called called) {
        return switch (called) {
            case Called.Broken _ -> List.of();
            case Called.Answered answered -> answered.golden().arguments();
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
                OptionalDouble.empty(),
                false);
    }

    private static double nanos(Map<Form.Kind, Duration> walls, Form.Kind form) {
        return Math.max(1, walls.getOrDefault(form, Duration.ZERO).toNanos());
    }

    private static double median(List<Double> ratios) {
        return StatUtils.percentile(
                ratios.stream().mapToDouble(Double::doubleValue).toArray(), 50);
    }
}
