package assay.core.pipeline;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.assignment.Part;
import assay.core.port.GoldenSource;
import assay.core.result.PartResult;
import assay.core.score.Scoring;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs the parts of one submission in their order. */
final class SubmissionRun {
    private final Assignment assignment;
    private final KernelPartRunner kernels;
    private final SpeedupRunner speedups;
    private final AgreementJudge agreements;
    private final String student;
    private final Consumer<GradingEvent> listener;

    SubmissionRun(
            Assignment assignment,
            GoldenSource goldens,
            SessionKeeper sessions,
            String student,
            Consumer<GradingEvent> listener) {
        this.assignment = requireNonNull(assignment, "assignment is null");
        this.student = requireNonNull(student, "student is null");
        this.listener = requireNonNull(listener, "listener is null");
        Outputs outputs = new Outputs(assignment);
        CaseJudge judge = new CaseJudge(assignment.limits());
        CaseCaller caller = new CaseCaller(
                assignment, goldens, sessions, reason -> listener.accept(new GradingEvent.Retried(student, reason)));
        this.kernels = new KernelPartRunner(caller, judge, outputs);
        this.speedups = new SpeedupRunner(caller, judge);
        this.agreements = new AgreementJudge(outputs);
    }

    List<PartResult> parts() {
        Map<String, PartResult> done = new LinkedHashMap<>();
        for (Part part : assignment.parts()) {
            PartResult outcome = run(part, done.size() + 1, done);
            done.put(part.id(), outcome);
            outcome.cases()
                    .forEach(result -> listener.accept(
                            new GradingEvent.CaseDone(student, part.id(), result.id(), result.verdict())));
        }
        return List.copyOf(done.values());
    }

    private PartResult run(Part part, int number, Map<String, PartResult> done) {
        return switch (part) {
            case Part.KernelPart kernel -> Scoring.kernel(kernel, kernels.run(kernel, number));
            case Part.SpeedupPart speedup -> {
                SpeedupRunner.Measured measured = speedups.run(speedup, number);
                yield Scoring.speedup(speedup, measured.cases(), measured.ratio());
            }
            case Part.AgreementPart agreement ->
                Scoring.agreement(assignment, agreement, agreements.judge(agreement, left(agreement), done));
        };
    }

    private Part.KernelPart left(Part.AgreementPart agreement) {
        return assignment.parts().stream()
                .filter(part -> part.id().equals(agreement.left()))
                .map(Part.KernelPart.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
