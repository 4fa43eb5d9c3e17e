package assay.core.pipeline;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.assignment.CaseSpec;
import assay.core.assignment.Part;
import assay.core.assignment.Part.AgreementPart;
import assay.core.assignment.Part.AnswersPart;
import assay.core.assignment.Part.KernelPart;
import assay.core.assignment.Part.ManualPart;
import assay.core.assignment.Part.SpeedupPart;
import assay.core.policy.UseCheck;
import assay.core.port.Classes;
import assay.core.port.GoldenSource;
import assay.core.port.SandboxSession;
import assay.core.result.CaseResult;
import assay.core.result.PartResult;
import assay.core.score.Scoring;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Grades one submission's cases one at a time, each when it is asked for: where every case is a test of its own. By the
 * same code as {@link GradingPipeline}, so with the same verdicts. Used by one thread at a time.
 */
public final class CaseByCase implements AutoCloseable {
    private final Assignment assignment;
    private final SessionKeeper sessions;
    private final KernelPartRunner kernels;
    private final AgreementJudge agreements;
    private final Map<String, Function<CaseSpec, CaseResult>> begun = new HashMap<>();
    private final Map<String, Map<String, CaseResult>> done = new HashMap<>();

    /**
     * @param compiled the submission's classes, to be looked through for what the assignment forbids
     * @param opener opens a sandbox with them in it; throws GraderFault where it cannot
     */
    public CaseByCase(Assignment assignment, GoldenSource goldens, Classes compiled, Supplier<SandboxSession> opener) {
        this.assignment = requireNonNull(assignment, "assignment is null");
        this.sessions = new SessionKeeper(opener);
        Outputs outputs = new Outputs(assignment);
        CaseCaller caller = new CaseCaller(assignment, goldens, sessions, new Tries(_ -> {}));
        UseRule uses = CheckedUses.of(UseCheck.of(compiled, assignment.forbidden()));
        this.kernels = new KernelPartRunner(caller, new CaseJudge(assignment.limits()), outputs, uses);
        this.agreements = new AgreementJudge(outputs);
    }

    /**
     * What comes of one case, run now unless it has been; an agreement runs the cases that it weighs.
     *
     * @param part of the assignment
     * @param spec of the part's {@link Assignment#cases cases}
     */
    public CaseResult result(Part part, CaseSpec spec) {
        Map<String, CaseResult> results = done.computeIfAbsent(part.id(), _ -> new HashMap<>());
        CaseResult known = results.get(spec.id());
        if (known != null) {
            return known;
        }
        CaseResult fresh = run(part, spec);
        results.put(spec.id(), fresh);
        return fresh;
    }

    /** What has come of a part so far; cases that were not asked for are skipped ones. */
    public PartResult soFar(Part part) {
        List<CaseResult> results =
                List.copyOf(done.getOrDefault(part.id(), Map.of()).values());
        return switch (part) {
            case KernelPart kernel -> Scoring.kernel(kernel, results);
            case AgreementPart agreement -> Scoring.agreement(assignment, agreement, results);
            case SpeedupPart _, AnswersPart _, ManualPart _, Part.TrainingPart _ -> throw unmeasured(part);
        };
    }

    @Override
    public void close() {
        sessions.close();
    }

    private CaseResult run(Part part, CaseSpec spec) {
        return switch (part) {
            case KernelPart kernel ->
                begun.computeIfAbsent(part.id(), _ -> kernels.cases(kernel)).apply(spec);
            case AgreementPart agreement ->
                agreements.judge(
                        agreement,
                        spec,
                        Map.of(
                                agreement.left(), weighed(agreement.left(), spec),
                                agreement.right(), weighed(agreement.right(), spec)));
            case SpeedupPart _, AnswersPart _, ManualPart _, Part.TrainingPart _ -> throw unmeasured(part);
        };
    }

    private PartResult weighed(String id, CaseSpec spec) {
        Part part = assignment.part(id);
        CaseSpec own = assignment.cases(part).stream()
                .filter(other -> other.id().equals(spec.id()))
                .findFirst()
                .orElseThrow();
        result(part, own);
        return soFar(part);
    }

    private static IllegalArgumentException unmeasured(Part part) {
        return new IllegalArgumentException("part " + part.id() + " is graded as a whole, not case by case");
    }
}
