package assay.core.pipeline;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.CaseSpec;
import assay.core.assignment.Part.KernelPart;
import assay.core.domain.Verdict;
import assay.core.pipeline.CaseCaller.Called;
import assay.core.port.CallOutcome;
import assay.core.port.Implementation;
import assay.core.result.CaseResult;
import assay.kernels.call.Kernel;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs a kernel's cases one at a time. */
final class KernelPartRunner {
    /** A part that keeps killing its sandbox is left alone after this many times: each costs a whole limit of time. */
    private static final int MOST_KILLS = 2;

    /** Of several classes, which may be as many and have names as long as a student likes. */
    private static final int MOST_NAMED = 5;

    private static final int LONGEST_NAME = 100;

    private final CaseCaller caller;
    private final CaseJudge judge;
    private final Outputs outputs;
    private final UseRule uses;

    KernelPartRunner(CaseCaller caller, CaseJudge judge, Outputs outputs, UseRule uses) {
        this.caller = requireNonNull(caller, "caller is null");
        this.judge = requireNonNull(judge, "judge is null");
        this.outputs = requireNonNull(outputs, "outputs is null");
        this.uses = requireNonNull(uses, "uses is null");
    }

    /** Runs a case of the part whenever it is asked to. */
    Function<CaseSpec, CaseResult> cases(KernelPart part) {
        List<Implementation> found = caller.implementations(part.kernel(), part.form());
        if (caller.knowsNone()) {
            return allowed(uses.violationAnywhere(), new Unloaded(part));
        }
        if (found.isEmpty()) {
            return spec -> CaseJudge.notRun(spec, Verdict.SK, missing(part));
        }
        if (found.size() > 1) {
            return spec -> CaseJudge.notRun(spec, Verdict.PV, ambiguous(part.kernel(), found));
        }
        return allowed(uses.violation(found.getFirst()), new Cases(part));
    }

    private static Function<CaseSpec, CaseResult> allowed(
            Optional<String> violation, Function<CaseSpec, CaseResult> otherwise) {
        return violation
                .<Function<CaseSpec, CaseResult>>map(why -> spec -> CaseJudge.notRun(spec, Verdict.PV, why))
                .orElse(otherwise);
    }

    /** The cases of one part; remembers how often the sandbox was killed. */
    private final class Cases implements Function<CaseSpec, CaseResult> {
        private final KernelPart part;
        private int kills;

        Cases(KernelPart part) {
            this.part = part;
        }

        @Override
        public CaseResult apply(CaseSpec spec) {
            if (kills == MOST_KILLS) {
                return CaseJudge.notRun(
                        spec, Verdict.SK, "Not run: " + MOST_KILLS + " earlier cases of this part had to be stopped.");
            }
            return switch (caller.call(part, spec, part.kernel(), part.form())) {
                case Called.Broken broken -> CaseJudge.notRun(spec, Verdict.IE, broken.reason());
                case Called.Answered answered -> {
                    kills += SessionKeeper.endsSandbox(answered.outcome()) ? 1 : 0;
                    if (answered.outcome() instanceof CallOutcome.Returned returned) {
                        outputs.keep(
                                part.id(),
                                spec.id(),
                                returned.output(),
                                answered.golden().expected());
                    }
                    yield judge.judge(part.kernel(), spec, answered.golden(), answered.outcome());
                }
            };
        }
    }

    /**
     * The cases of a part where no class is known. If the sandbox ended while it loaded the classes, the first call
     * tells of it; else there is nothing to call.
     */
    private final class Unloaded implements Function<CaseSpec, CaseResult> {
        private final KernelPart part;
        private final Cases cases;
        private boolean missing;

        Unloaded(KernelPart part) {
            this.part = part;
            this.cases = new Cases(part);
        }

        @Override
        public CaseResult apply(CaseSpec spec) {
            CaseResult result = missing ? notImplemented(spec) : cases.apply(spec);
            missing = result.verdict() == Verdict.SK && cases.kills == 0 && caller.knowsNone();
            return missing ? notImplemented(spec) : result;
        }

        private CaseResult notImplemented(CaseSpec spec) {
            return CaseJudge.notRun(spec, Verdict.SK, missing(part));
        }
    }

    private static String missing(KernelPart part) {
        String form =
                part.form().map(kind -> " marked @Form(Form.Kind." + kind + ")").orElse("");
        return "No class%s implements %s."
                .formatted(form, part.kernel().contract().getSimpleName());
    }

    private static String ambiguous(Kernel kernel, List<Implementation> found) {
        String names = found.stream()
                .limit(MOST_NAMED)
                .map(implementation -> capped(implementation.className()))
                .collect(Collectors.joining(", "));
        String more = found.size() > MOST_NAMED ? " and " + (found.size() - MOST_NAMED) + " more" : "";
        return "Several classes implement %s: %s%s. Keep one, or tell them apart by @Form where the assignment asks for it."
                .formatted(kernel.contract().getSimpleName(), names, more);
    }

    private static String capped(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    }
}
