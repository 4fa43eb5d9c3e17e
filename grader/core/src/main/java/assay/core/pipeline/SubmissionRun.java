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
import assay.core.assignment.Part.TrainingPart;
import assay.core.desk.DeskWork;
import assay.core.domain.Submission;
import assay.core.domain.Verdict;
import assay.core.domain.Visibility;
import assay.core.port.Classes;
import assay.core.port.GoldenSource;
import assay.core.result.CaseResult;
import assay.core.result.PartResult;
import assay.core.score.Scoring;
import assay.core.score.TrainingScore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs the parts of one submission: the public cases of all, then the hidden cases of all. What a student's code prints
 * in a public case is shown, so no public case may come after a hidden one, whose input the code could have kept.
 */
final class SubmissionRun {
    /** What a student implements to train; core does not see it. */
    private static final String TRAINING = "assay.training.TrainingTask";

    private final Assignment assignment;
    private final KernelPartRunner kernels;
    private final SpeedupRunner speedups;
    private final AgreementJudge agreements;
    private final TrainingPartRunner trainings;
    private final UseRule uses;
    private final Classes classes;
    private final DeskWork desk;
    private final String student;
    private final Consumer<GradingEvent> listener;

    SubmissionRun(
            Assignment assignment,
            GoldenSource goldens,
            SessionKeeper sessions,
            PlainForm plain,
            Trainings trainings,
            Classes classes,
            UseRule uses,
            Submission submission,
            Consumer<GradingEvent> listener) {
        this.assignment = requireNonNull(assignment, "assignment is null");
        this.student = submission.student();
        this.desk = new DeskWork(assignment, submission);
        this.listener = requireNonNull(listener, "listener is null");
        this.classes = requireNonNull(classes, "classes is null");
        this.uses = requireNonNull(uses, "uses is null");
        this.trainings = new TrainingPartRunner(assignment, trainings, submission.student(), listener);
        Outputs outputs = new Outputs(assignment);
        CaseJudge judge = new CaseJudge(assignment.limits());
        Tries tries = new Tries(reason -> listener.accept(new GradingEvent.Retried(student, reason)));
        CaseCaller caller = new CaseCaller(assignment, goldens, sessions, tries);
        this.kernels = new KernelPartRunner(caller, judge, outputs, uses);
        this.speedups = new SpeedupRunner(caller, judge, uses, plain, tries);
        this.agreements = new AgreementJudge(outputs);
    }

    List<PartResult> parts() {
        Map<KernelPart, Function<CaseSpec, CaseResult>> begun = new LinkedHashMap<>();
        Map<String, List<CaseResult>> results = new HashMap<>();
        for (Visibility visibility : List.of(Visibility.PUBLIC, Visibility.HIDDEN)) {
            for (Part part : assignment.parts()) {
                if (part instanceof KernelPart kernel) {
                    List<CaseSpec> cases = kernel.cases().stream()
                            .filter(spec -> spec.visibility() == visibility)
                            .toList();
                    Function<CaseSpec, CaseResult> runner = begun.computeIfAbsent(kernel, kernels::cases);
                    List<CaseResult> ran = cases.stream()
                            .map(runner)
                            .map(result -> tell(part, result))
                            .toList();
                    results.computeIfAbsent(part.id(), _ -> new ArrayList<>()).addAll(ran);
                }
            }
        }
        return scored(results);
    }

    private List<PartResult> scored(Map<String, List<CaseResult>> results) {
        Map<String, PartResult> done = new LinkedHashMap<>();
        for (Part part : assignment.parts()) {
            PartResult scored = switch (part) {
                case KernelPart kernel -> Scoring.kernel(kernel, results.getOrDefault(kernel.id(), List.of()));
                case SpeedupPart speedup -> measured(speedup);
                case TrainingPart training ->
                    uses.violationBehind(TRAINING)
                            .map(why -> TrainingScore.unrun(training, Verdict.PV, why))
                            .orElseGet(() -> trainings.train(training, Optional.of(classes), done));
                case AgreementPart agreement ->
                    Scoring.agreement(assignment, agreement, agreements.judge(agreement, left(agreement), done));
                case AnswersPart answers -> desk.answers(answers);
                case ManualPart manual -> desk.text(manual);
            };
            if (!(part instanceof KernelPart) && !(part instanceof TrainingPart)) {
                scored.cases().forEach(result -> tell(part, result));
            }
            done.put(part.id(), scored);
        }
        return List.copyOf(done.values());
    }

    private PartResult measured(SpeedupPart speedup) {
        SpeedupRunner.Measured measured = speedups.run(speedup);
        return Scoring.speedup(speedup, measured.cases(), measured.ratio(), measured.byPlain());
    }

    private CaseResult tell(Part part, CaseResult result) {
        listener.accept(new GradingEvent.CaseDone(student, part.id(), result.id(), result.verdict()));
        return result;
    }

    private KernelPart left(AgreementPart agreement) {
        return assignment.parts().stream()
                .filter(part -> part.id().equals(agreement.left()))
                .map(KernelPart.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
