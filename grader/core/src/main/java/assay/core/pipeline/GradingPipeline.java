package assay.core.pipeline;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.assignment.Part.TrainingPart;
import assay.core.domain.GraderFault;
import assay.core.domain.Submission;
import assay.core.domain.Verdict;
import assay.core.intake.Intake;
import assay.core.policy.UseCheck;
import assay.core.port.CompileOutcome;
import assay.core.port.GoldenSource;
import assay.core.port.Sandbox;
import assay.core.result.Grading;
import assay.core.result.PartResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Grades one submission, from what was handed in to a {@link Grading}. Safe for use by several threads at once.
 *
 * <p>Untrusted code is compiled and run in the sandbox alone; what comes out is weighed here. A student's fault is a
 * verdict; a fault of ours is an {@code IE} after several tries, and costs nothing.
 */
public final class GradingPipeline {
    private final Sandbox sandbox;
    private final GoldenSource goldens;
    private final Trainings trainings;

    public GradingPipeline(Sandbox sandbox, GoldenSource goldens) {
        this(sandbox, goldens, Trainings.none());
    }

    /** @param trainings for assignments that train */
    public GradingPipeline(Sandbox sandbox, GoldenSource goldens, Trainings trainings) {
        this.sandbox = requireNonNull(sandbox, "sandbox is null");
        this.goldens = requireNonNull(goldens, "goldens is null");
        this.trainings = requireNonNull(trainings, "trainings is null");
    }

    /** The whole flow; every step is told to the listener, on the calling thread. */
    public Grading grade(GradingRequest request, Consumer<GradingEvent> listener) {
        GradingRecorder recorder = new GradingRecorder(request.context());
        Grading grading = switch (request.intake()) {
            case Intake.Refused refused -> recorder.refused(refused);
            case Intake.Accepted(Submission submission) -> evaluate(request, submission, recorder, listener);
        };
        listener.accept(new GradingEvent.Graded(grading));
        return grading;
    }

    /**
     * Grades weights that were trained elsewhere, for each part whose network they fit, or for all where there is none;
     * nothing of the student's runs.
     *
     * @param weights a safetensors file
     */
    public List<PartResult> weights(Assignment assignment, String student, byte[] weights) {
        TrainingPartRunner runner = new TrainingPartRunner(assignment, trainings, student, _ -> {});
        List<TrainingPart> all = assignment.parts().stream()
                .filter(TrainingPart.class::isInstance)
                .map(TrainingPart.class::cast)
                .toList();
        List<TrainingPart> fitting =
                all.stream().filter(part -> runner.fits(part, weights)).toList();
        return (fitting.isEmpty() ? all : fitting)
                .stream().map(part -> runner.weights(part, weights)).toList();
    }

    /**
     * The record of a submission that could not even be read or recorded, through a fault of ours.
     *
     * @param student who handed it in
     */
    public Grading broken(GradingContext context, String student, Throwable bug) {
        Assignment assignment = context.assignment();
        Intake.Refused unread =
                new Intake.Refused(student, assignment.deadline(), Optional.empty(), problem(bug), List.of());
        return new GradingRecorder(context).broken(unread);
    }

    private static String problem(Throwable bug) {
        return "Something of Assay's own is broken; please report this: " + bug;
    }

    private Grading evaluate(
            GradingRequest request, Submission submission, GradingRecorder recorder, Consumer<GradingEvent> listener) {
        Assignment assignment = request.context().assignment();
        boolean noCode =
                submission.sources().isEmpty() && !submission.documents().isEmpty();
        if (noCode || !assignment.hasCode()) {
            return recorder.writtenAlone(submission);
        }
        try {
            Tries tries = new Tries(reason -> listener.accept(new GradingEvent.Retried(submission.student(), reason)));
            CompileOutcome compiled = tries.of(() -> compile(assignment, submission));
            listener.accept(
                    new GradingEvent.Compiled(submission.student(), compiled instanceof CompileOutcome.Compiled));
            return switch (compiled) {
                case CompileOutcome.Rejected rejected ->
                    recorder.rejected(submission, rejected.summary(), rejected.diagnostics());
                case CompileOutcome.Compiled accepted -> checked(assignment, submission, accepted, recorder, listener);
            };
        } catch (GraderFault fault) {
            return recorder.notRun(submission, Verdict.IE, fault.explanation(), List.of());
        } catch (RuntimeException | Error bug) { // of ours as well: it must not cost the rest of the class their grades
            return recorder.notRun(submission, Verdict.IE, problem(bug), List.of());
        }
    }

    /**
     * What trains is compiled against DJL as well. A kernel of such a submission runs without it all the same: in its
     * sandbox there is none.
     */
    private CompileOutcome compile(Assignment assignment, Submission submission) {
        return assignment.trains()
                ? trainings.ground().compile(submission.sources(), assignment.limits())
                : sandbox.compile(submission.sources(), assignment.limits());
    }

    /** Looks for what is forbidden, in the same bytes that are then run. */
    private Grading checked(
            Assignment assignment,
            Submission submission,
            CompileOutcome.Compiled compiled,
            GradingRecorder recorder,
            Consumer<GradingEvent> listener) {
        return switch (UseCheck.of(compiled.classes(), assignment.forbidden())) {
            case UseCheck.Reading.Unreadable(String why) ->
                recorder.notRun(submission, Verdict.PV, why, compiled.diagnostics());
            case UseCheck.Reading.Read(UseCheck uses) -> {
                List<PartResult> parts = run(assignment, submission, compiled, new CheckedUses(uses), listener);
                yield recorder.graded(submission, compiled.diagnostics(), parts, uses.notices());
            }
        };
    }

    private List<PartResult> run(
            Assignment assignment,
            Submission submission,
            CompileOutcome.Compiled compiled,
            UseRule uses,
            Consumer<GradingEvent> listener) {
        try (SessionKeeper sessions =
                        SessionKeeper.byPace(pace -> sandbox.open(compiled.classes(), assignment.limits(), pace));
                PlainForm plain = new SandboxedPlainForm(sandbox, assignment.limits())) {
            return new SubmissionRun(
                            assignment,
                            goldens,
                            sessions,
                            plain,
                            trainings,
                            compiled.classes(),
                            uses,
                            submission,
                            listener)
                    .parts();
        }
    }
}
