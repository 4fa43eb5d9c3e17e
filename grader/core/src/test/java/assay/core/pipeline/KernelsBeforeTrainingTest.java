package assay.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.assignment.ArgumentSpec;
import assay.core.assignment.Assignment;
import assay.core.assignment.CaseSpec;
import assay.core.assignment.Feedback;
import assay.core.assignment.Part;
import assay.core.assignment.Part.KernelPart;
import assay.core.assignment.Part.TrainingPart;
import assay.core.assignment.TrainingCheck;
import assay.core.assignment.TrainingItem;
import assay.core.assignment.TrainingSpec;
import assay.core.compare.Tolerance;
import assay.core.domain.DataSize;
import assay.core.domain.Limits;
import assay.core.domain.Points;
import assay.core.domain.Submission;
import assay.core.domain.Verdict;
import assay.core.domain.Visibility;
import assay.core.intake.Intake;
import assay.core.late.LatePolicy;
import assay.core.port.GoldenCase;
import assay.core.port.GoldenSource;
import assay.core.result.Grading;
import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import assay.kernels.call.Kernel;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whether time of a GPU is spent on a submission whose kernels are wrong. */
final class KernelsBeforeTrainingTest {
    private final ScriptedSandbox sandbox = new ScriptedSandbox(Kernel.RELU);
    private final ScriptedTraining training = new ScriptedTraining();

    @Test
    void a_network_is_trained_once_its_kernel_is_accepted() {
        Grading grading = grade();

        assertThat(training.trained).isOne();
        assertThat(verdicts(grading)).containsExactly(Verdict.AC, Verdict.AC);
    }

    @Test
    void one_wrong_hidden_case_of_the_kernel_and_nothing_is_trained() {
        sandbox.when(Kernel.RELU, -1, () -> ScriptedSandbox.returned(7));

        Grading grading = grade();

        assertThat(training.trained).isZero();
        assertThat(verdicts(grading)).containsExactly(Verdict.WA, Verdict.SK);
        assertThat(grading.parts().getLast().cases().getFirst().message())
                .isEqualTo("Nothing was trained: the part relu must be accepted before time is spent on it.");
    }

    private Grading grade() {
        Assignment assignment = new Assignment(
                "hw",
                "Homework",
                1,
                ZoneOffset.UTC,
                Instant.EPOCH,
                new LatePolicy.None(),
                Limits.DEFAULT,
                Feedback.VERDICT,
                List.of(relu(), network()),
                "digest");
        GoldenSource goldens = new Ones();
        Submission submission = new Submission("ada", Instant.EPOCH, Optional.empty(), List.of(), "digest", List.of());
        GradingContext context = GradingContext.of(assignment, sandbox, goldens, training.trainings(), "test");
        return new GradingPipeline(sandbox, goldens, training.trainings())
                .grade(new GradingRequest(context, new Intake.Accepted(submission)), _ -> {});
    }

    private static Part relu() {
        return new KernelPart(
                "relu",
                "ReLU",
                Points.of("1"),
                Kernel.RELU,
                Optional.empty(),
                List.of(number("shown", Visibility.PUBLIC, 1), number("kept", Visibility.HIDDEN, -1)));
    }

    private static CaseSpec number(String id, Visibility visibility, float input) {
        ArgumentSpec given = new ArgumentSpec.Given(new Argument.OfTensor(Tensor.scalar(input)));
        return new CaseSpec(id, visibility, List.of(given), Tolerance.DEFAULT, List.of());
    }

    private static Part network() {
        TrainingSpec spec = new TrainingSpec(
                "cifar-cnn",
                "cifar10",
                20,
                Duration.ofHours(1),
                DataSize.ofMebibytes(4096),
                true,
                List.of("relu"),
                Optional.empty());
        return new TrainingPart(
                "network",
                "Network",
                Points.of("1"),
                spec,
                List.of(new TrainingItem("accuracy", Points.of("1"), new TrainingCheck.Accuracy(0.75))));
    }

    private static List<Verdict> verdicts(Grading grading) {
        return grading.parts().stream().map(part -> part.verdict()).toList();
    }

    /** Every golden is one. */
    private static final class Ones implements GoldenSource {
        @Override
        public GoldenCase golden(Assignment assignment, Part part, CaseSpec spec) {
            Argument input = ((ArgumentSpec.Given) spec.arguments().getFirst()).argument();
            return new GoldenCase(List.of(input), Tensor.scalar(1), List.of(), "digest");
        }

        @Override
        public Map<String, String> description(Assignment assignment) {
            return Map.of();
        }
    }
}
