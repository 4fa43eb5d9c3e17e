package assay.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.assignment.ArgumentSpec;
import assay.core.assignment.Assignment;
import assay.core.assignment.CaseSpec;
import assay.core.assignment.Feedback;
import assay.core.assignment.ForbiddenUse;
import assay.core.assignment.Part;
import assay.core.assignment.Part.KernelPart;
import assay.core.compare.Tolerance;
import assay.core.domain.Limits;
import assay.core.domain.Notice;
import assay.core.domain.Points;
import assay.core.domain.Submission;
import assay.core.domain.Verdict;
import assay.core.domain.Visibility;
import assay.core.intake.Intake;
import assay.core.late.LatePolicy;
import assay.core.policy.Compiled;
import assay.core.port.Classes;
import assay.core.port.CompileOutcome;
import assay.core.port.GoldenCase;
import assay.core.port.GoldenSource;
import assay.core.result.Grading;
import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import assay.kernels.call.Kernel;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a forbidden use costs, and whom. */
final class ForbiddenUseTest {
    private static final String SOURCE = """
            import assay.kernels.*;
            public class Mine implements Relu, Sigmoid {
                public Tensor relu(Tensor input) { return input; }
                public Tensor sigmoid(Tensor input) { new ProcessBuilder("bc"); return input; }
            }
            """;

    private final ScriptedSandbox sandbox =
            new ScriptedSandbox().with(Kernel.RELU, "Mine").with(Kernel.SIGMOID, "Mine");

    @Test
    void the_part_that_needs_it_is_not_run_and_the_other_is() {
        Grading grading = grade(Compiled.of(SOURCE));

        assertThat(grading.verdict()).isEqualTo(Verdict.PV);
        assertThat(grading.parts()).extracting(part -> part.verdict()).containsExactly(Verdict.AC, Verdict.PV);
        assertThat(grading.score().total()).isEqualTo(Points.of("1"));
        assertThat(sandbox.calls).containsExactly("1: relu 1");
        assertThat(grading.parts().getLast().cases().getFirst().message())
                .isEqualTo("Not run: Mine.sigmoid (Mine.java:4) uses java.lang.ProcessBuilder, which is a way out."
                        + " This assignment does not allow that.");
        assertThat(grading.notices())
                .extracting(Notice::text)
                .containsExactly("Mine.sigmoid (Mine.java:4) uses java.lang.ProcessBuilder, which the assignment"
                        + " forbids. The parts that need it were not run.");
    }

    @Test
    void classes_that_no_compiler_wrote_are_not_run_at_all() {
        Grading grading = grade(new Classes(List.of(new Classes.ClassFile("Mine", new byte[100]))));

        assertThat(grading.verdict()).isEqualTo(Verdict.PV);
        assertThat(grading.problem()).isEqualTo("The class file of Mine is not one that a Java compiler writes.");
        assertThat(sandbox.opened).isZero();
    }

    private Grading grade(Classes classes) {
        sandbox.compiled = new CompileOutcome.Compiled(classes, List.of());
        Assignment assignment = new Assignment(
                "hw",
                "Homework",
                1,
                ZoneOffset.UTC,
                Instant.EPOCH,
                new LatePolicy.None(),
                Limits.DEFAULT,
                Feedback.VERDICT,
                List.of(part(Kernel.RELU), part(Kernel.SIGMOID)),
                "digest",
                List.of(new ForbiddenUse("java.lang.ProcessBuilder", "a way out")));
        GoldenSource ones = new Ones();
        GradingContext context = GradingContext.of(assignment, sandbox, ones, "test");
        Submission submission = new Submission("ada", Instant.EPOCH, Optional.empty(), List.of(), "digest", List.of());
        return new GradingPipeline(sandbox, ones)
                .grade(new GradingRequest(context, new Intake.Accepted(submission)), event -> {});
    }

    private static KernelPart part(Kernel kernel) {
        ArgumentSpec input = new ArgumentSpec.Given(new Argument.OfTensor(Tensor.scalar(1)));
        CaseSpec only = new CaseSpec("only", Visibility.PUBLIC, List.of(input), Tolerance.DEFAULT, List.of());
        return new KernelPart(
                kernel.torchName(), kernel.torchName(), Points.of("1"), kernel, Optional.empty(), List.of(only));
    }

    private static final class Ones implements GoldenSource {
        @Override
        public GoldenCase golden(Assignment assignment, Part part, CaseSpec spec) {
            return new GoldenCase(
                    List.of(new Argument.OfTensor(Tensor.scalar(1))), Tensor.scalar(1), List.of(), "digest");
        }

        @Override
        public Map<String, String> description(Assignment assignment) {
            return Map.of();
        }
    }
}
