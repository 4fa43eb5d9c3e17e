package assay.core.pipeline;

import static assay.core.pipeline.ScriptedSandbox.killed;
import static assay.core.pipeline.ScriptedSandbox.returned;
import static org.assertj.core.api.Assertions.assertThat;

import assay.core.assignment.ArgumentSpec;
import assay.core.assignment.Assignment;
import assay.core.assignment.CaseSpec;
import assay.core.assignment.Feedback;
import assay.core.assignment.Part;
import assay.core.assignment.Part.KernelPart;
import assay.core.compare.Tolerance;
import assay.core.domain.GraderFault;
import assay.core.domain.Limits;
import assay.core.domain.Points;
import assay.core.domain.RunUsage;
import assay.core.domain.Submission;
import assay.core.domain.Verdict;
import assay.core.domain.Visibility;
import assay.core.intake.Intake;
import assay.core.late.LatePolicy;
import assay.core.port.CallOutcome;
import assay.core.port.CallOutcome.Cause;
import assay.core.port.CallOutcome.Kind;
import assay.core.port.CompileOutcome;
import assay.core.port.GoldenCase;
import assay.core.port.GoldenSource;
import assay.core.port.Pace;
import assay.core.port.Sandbox;
import assay.core.result.CaseResult;
import assay.core.result.Grading;
import assay.core.result.PartResult;
import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import assay.kernels.call.Kernel;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the flow owes a student, over a sandbox that does as it is told. Every golden is 1. */
class GradingPipelineTest {
    private static final Submission SUBMISSION =
            new Submission("ada", Instant.EPOCH, Optional.empty(), List.of(), "digest", List.of());

    private final ScriptedSandbox sandbox = new ScriptedSandbox(Kernel.RELU, Kernel.SIGMOID);
    private final List<GradingEvent> events = new ArrayList<>();

    @Test
    void parts_share_one_sandbox_as_long_as_all_goes_well() {
        Grading grading = grade(relu(1, 2), sigmoid(3));

        assertThat(grading.verdict()).isEqualTo(Verdict.AC);
        assertThat(grading.score().total()).isEqualTo(Points.of("2"));
        assertThat(sandbox.opened).isEqualTo(1);
        assertThat(sandbox.closed).isEqualTo(1);
    }

    @Test
    void public_cases_of_all_parts_run_before_any_hidden_case() {
        grade(relu(-1, 2), sigmoid(-3, 4));

        assertThat(sandbox.calls).containsExactly("1: relu 2", "1: sigmoid 4", "1: relu -1", "1: sigmoid -3");
    }

    @Test
    void an_end_in_a_sandbox_new_for_the_part_counts_at_once() {
        sandbox.when(Kernel.RELU, 1, () -> killed(Cause.WALL_TIME));

        Grading grading = grade(relu(1, 2), sigmoid(3));

        assertThat(verdicts(grading)).containsExactly("TLE AC", "AC");
        assertThat(sandbox.calls).containsExactly("1: relu 1", "2: relu 2", "2: sigmoid 3");
    }

    @Test
    void what_takes_too_long_for_a_brief_sandbox_is_made_again_in_lasting_ones() {
        sandbox.when(Kernel.RELU, 2, () -> killed(Cause.CPU_TIME));

        Grading grading = grade(relu(1, 2, 3), sigmoid(4));

        assertThat(grading.verdict()).isEqualTo(Verdict.AC);
        assertThat(sandbox.calls).containsExactly("1: relu 1", "1: relu 2", "2: relu 2", "2: relu 3", "2: sigmoid 4");
        assertThat(sandbox.paces).containsExactly(Pace.BRIEF, Pace.LASTING);
    }

    @Test
    void what_takes_too_long_for_a_lasting_sandbox_takes_too_long() {
        sandbox.when(Kernel.RELU, 1, () -> killed(Cause.CPU_TIME)).when(Kernel.RELU, 1, () -> killed(Cause.CPU_TIME));

        Grading grading = grade(relu(1, 2), sigmoid(3));

        assertThat(verdicts(grading)).containsExactly("TLE AC", "AC");
        assertThat(sandbox.calls).containsExactly("1: relu 1", "2: relu 1", "3: relu 2", "3: sigmoid 3");
        assertThat(sandbox.paces).containsExactly(Pace.BRIEF, Pace.LASTING, Pace.LASTING);
    }

    @Test
    void an_end_in_a_sandbox_that_an_earlier_part_used_is_tried_again_in_a_new_one() {
        sandbox.when(Kernel.SIGMOID, 3, () -> killed(Cause.MEMORY));

        Grading grading = grade(relu(1), sigmoid(3));

        assertThat(grading.verdict()).as("the earlier part may be to blame").isEqualTo(Verdict.AC);
        assertThat(sandbox.calls).containsExactly("1: relu 1", "1: sigmoid 3", "2: sigmoid 3");
    }

    /** An endless recursion may break a class of the JDK for good, in the middle of its initialiser. */
    @ParameterizedTest
    @CsvSource({
        "java.lang.NoClassDefFoundError, Could not initialize class java.math.MathContext",
        "java.lang.ExceptionInInitializerError, ''",
        "java.lang.BootstrapMethodError, ''",
        "java.lang.IllegalStateException, java.lang.InterruptedException: sleep interrupted",
    })
    void what_an_earlier_part_may_have_left_behind_is_tried_again_in_a_new_sandbox(String type, String message) {
        CallOutcome outcome = new CallOutcome.Threw(Kind.EXCEPTION, type, message, List.of(), RunUsage.NONE, "");
        sandbox.when(Kernel.RELU, 1, () -> outcome).when(Kernel.SIGMOID, 3, () -> outcome);

        Grading grading = grade(relu(1, 2), sigmoid(3, 4));

        assertThat(verdicts(grading)).containsExactly("RTE AC", "AC AC");
        assertThat(sandbox.calls)
                .containsExactly("1: relu 1", "1: relu 2", "1: sigmoid 3", "2: sigmoid 3", "2: sigmoid 4");
        assertThat(sandbox.closed).isEqualTo(sandbox.opened);
    }

    @ParameterizedTest
    @EnumSource(names = {"EXCEPTION", "STACK_OVERFLOW", "NOT_IMPLEMENTED", "RETURNED_NULL", "EXITED"})
    void what_a_part_throws_by_itself_is_not_tried_again(Kind kind) {
        sandbox.when(Kernel.SIGMOID, 3, () -> threw(kind));

        grade(relu(1), sigmoid(3, 4));

        assertThat(sandbox.calls).containsExactly("1: relu 1", "1: sigmoid 3", "1: sigmoid 4");
    }

    @Test
    void code_that_is_still_busy_gets_the_next_part_a_new_sandbox() {
        sandbox.lingering = true;

        grade(relu(1, 2), sigmoid(3));

        assertThat(sandbox.calls).containsExactly("1: relu 1", "1: relu 2", "2: sigmoid 3");
    }

    @Test
    void an_exit_ends_its_case_alone() {
        sandbox.when(Kernel.RELU, 1, () -> threw(Kind.EXITED));

        Grading grading = grade(relu(1, 2), sigmoid(3));

        assertThat(verdicts(grading)).containsExactly("RTE AC", "AC");
        assertThat(sandbox.calls).containsExactly("1: relu 1", "1: relu 2", "1: sigmoid 3");
    }

    /** It may have kept a lock or much memory. */
    @Test
    void an_end_after_an_exit_is_tried_again_and_exits_end_sandboxes_from_then_on() {
        sandbox.when(Kernel.RELU, 1, () -> threw(Kind.EXITED))
                .when(Kernel.RELU, 2, () -> killed(Cause.WALL_TIME))
                .when(Kernel.RELU, 5, () -> threw(Kind.EXITED));

        Grading grading = grade(relu(1, 2, 5, 6));

        assertThat(verdicts(grading)).containsExactly("RTE AC RTE AC");
        assertThat(sandbox.calls).containsExactly("1: relu 1", "1: relu 2", "2: relu 2", "2: relu 5", "3: relu 6");
        assertThat(sandbox.closed).isEqualTo(sandbox.opened);
    }

    private static CallOutcome threw(Kind kind) {
        return new CallOutcome.Threw(kind, "", "", List.of(), RunUsage.NONE, "");
    }

    @Test
    void after_two_ends_the_rest_of_the_part_is_skipped_and_the_next_part_runs() {
        sandbox.when(Kernel.RELU, 1, () -> killed(Cause.WALL_TIME)).when(Kernel.RELU, 2, () -> killed(Cause.EXITED));

        Grading grading = grade(relu(1, 2, 5, 6), sigmoid(3));

        assertThat(verdicts(grading)).containsExactly("TLE RTE SK SK", "AC");
        assertThat(grading.score().total()).isEqualTo(Points.of("1"));
    }

    @Test
    void a_fault_of_ours_is_tried_again_and_costs_nothing() {
        sandbox.when(Kernel.RELU, 1, GradingPipelineTest::fault).when(Kernel.RELU, 1, GradingPipelineTest::fault);

        Grading grading = grade(relu(1));

        assertThat(grading.verdict()).isEqualTo(Verdict.AC);
        assertThat(events).filteredOn(GradingEvent.Retried.class::isInstance).hasSize(2);
        assertThat(sandbox.closed).isEqualTo(sandbox.opened);
    }

    @Test
    void a_fault_of_ours_that_stays_is_ours_and_leaves_the_other_parts_alone() {
        for (int tries = 0; tries < 3; tries++) {
            sandbox.when(Kernel.RELU, 1, GradingPipelineTest::fault);
        }

        Grading grading = grade(relu(1), sigmoid(3));

        assertThat(grading.verdict()).isEqualTo(Verdict.IE);
        assertThat(verdicts(grading)).containsExactly("IE", "AC");
    }

    @Test
    void what_does_not_compile_has_every_part_at_CE_and_the_same_denominator() {
        sandbox.compiled = new CompileOutcome.Rejected("the compiler found 1 error", List.of());

        Grading grading = grade(relu(1, 2), sigmoid(3));

        assertThat(grading.verdict()).isEqualTo(Verdict.CE);
        assertThat(grading.score().maximum()).isEqualTo(Points.of("2"));
        assertThat(grading.score().total()).isEqualTo(Points.ZERO);
        assertThat(sandbox.opened).isZero();
    }

    @Test
    void a_wrong_number_says_what_was_expected_and_what_came() {
        sandbox.when(Kernel.RELU, 1, () -> returned(7));

        CaseResult result = grade(relu(1)).parts().getFirst().cases().getFirst();

        assertThat(result.verdict()).isEqualTo(Verdict.WA);
        assertThat(result.message()).contains("expected 1.0, got 7.0");
    }

    @Test
    void a_kernel_that_nobody_implements_is_skipped_with_its_name() {
        PartResult part = grade(kernel("flatten", Kernel.FLATTEN, 1)).parts().getFirst();

        assertThat(part.verdict()).isEqualTo(Verdict.SK);
        assertThat(part.cases().getFirst().message()).isEqualTo("No class implements Flatten.");
    }

    @Test
    void where_the_classes_end_the_sandbox_each_part_says_how() {
        ScriptedSandbox unloadable = new ScriptedSandbox();
        for (float input = 1; input <= 4; input++) {
            unloadable.when(Kernel.RELU, input, () -> killed(Cause.MEMORY));
        }
        Grading grading = grade(unloadable, relu(1, 2, 3, 4), sigmoid(5, 6));
        assertThat(verdicts(grading)).containsExactly("MLE MLE SK SK", "SK SK");
        assertThat(grading.parts().getFirst().cases().getLast().message()).startsWith("Not run: 2 earlier cases");
        assertThat(unloadable.calls).containsExactly("1: relu 1", "2: relu 2", "3: sigmoid 5");
    }

    @Test
    void classes_without_a_kernel_are_told_so() {
        PartResult part = grade(new ScriptedSandbox(), relu(1, 2)).parts().getFirst();
        assertThat(part.cases()).extracting(CaseResult::message).containsOnly("No class implements Relu.");
    }

    @Test
    void of_many_classes_a_few_are_named_in_short() {
        ScriptedSandbox crowded = new ScriptedSandbox();
        for (int i = 1; i <= 7; i++) {
            crowded.with(Kernel.RELU, "c" + i + ".".repeat(500));
        }
        String message =
                grade(crowded, relu(1)).parts().getFirst().cases().getFirst().message();
        assertThat(message).contains("c5.", "and 2 more").doesNotContain("c6.").hasSizeLessThan(800);
    }

    @Test
    void compiling_is_tried_again_as_well() {
        sandbox.compileFaults.addAll(List.of(gone(), gone()));
        assertThat(grade(relu(1)).verdict()).isEqualTo(Verdict.AC);
        assertThat(events).filteredOn(GradingEvent.Retried.class::isInstance).hasSize(2);

        sandbox.compileFaults.addAll(List.of(gone(), gone(), gone()));
        assertThat(grade(relu(1)).verdict()).isEqualTo(Verdict.IE);
    }

    @Test
    void a_golden_is_asked_for_again_as_well() {
        Deque<GraderFault> faults = new ArrayDeque<>(List.of(gone(), gone()));
        GoldenSource shaky = new Ones() {
            @Override
            public GoldenCase golden(Assignment assignment, Part part, CaseSpec spec) {
                GraderFault fault = faults.poll();
                if (fault != null) {
                    throw fault;
                }
                return super.golden(assignment, part, spec);
            }
        };
        assertThat(grade(sandbox, shaky, relu(1)).verdict()).isEqualTo(Verdict.AC);
        assertThat(sandbox.opened).as("nothing is wrong with the sandbox").isEqualTo(1);
    }

    @Test
    void an_error_of_our_own_is_ours() {
        sandbox.when(Kernel.RELU, 1, () -> {
            throw new StackOverflowError();
        });
        assertThat(grade(relu(1)).verdict()).isEqualTo(Verdict.IE);
    }

    @Test
    void the_provenance_holds_code_limits_and_machine_under_one_name_each() {
        assertThat(grade(relu(1)).provenance().entries())
                .containsEntry("limits.case-cpu", "PT5S")
                .containsEntry("sandbox.kind", "scripted")
                .containsEntry("sandbox.engine", "none")
                .containsEntry("golden.digest", "ones")
                .containsKeys("assay.code", "machine.arch", "machine.processors", "limits.memory");
    }

    @Test
    void the_listener_hears_of_every_case() {
        grade(relu(1, -2), sigmoid(3));

        assertThat(events).filteredOn(GradingEvent.CaseDone.class::isInstance).hasSize(3);
        assertThat(events.getLast()).isInstanceOf(GradingEvent.Graded.class);
    }

    private Grading grade(Part... parts) {
        return grade(sandbox, parts);
    }

    private Grading grade(Sandbox sandbox, Part... parts) {
        return grade(sandbox, new Ones(), parts);
    }

    private Grading grade(Sandbox sandbox, GoldenSource goldens, Part... parts) {
        Assignment assignment = new Assignment(
                "hw",
                "Homework",
                1,
                ZoneOffset.UTC,
                Instant.EPOCH,
                new LatePolicy.None(),
                Limits.DEFAULT,
                Feedback.VERDICT,
                List.of(parts),
                "digest");
        GradingContext context = GradingContext.of(assignment, sandbox, goldens, "test");
        GradingRequest request = new GradingRequest(context, new Intake.Accepted(SUBMISSION));
        return new GradingPipeline(sandbox, goldens).grade(request, events::add);
    }

    private static Part relu(int... inputs) {
        return kernel("relu", Kernel.RELU, inputs);
    }

    private static Part sigmoid(int... inputs) {
        return kernel("sigmoid", Kernel.SIGMOID, inputs);
    }

    /** A part with a case an input; one with a negative input is hidden. */
    private static KernelPart kernel(String id, Kernel kernel, int... inputs) {
        List<CaseSpec> cases = new ArrayList<>();
        for (int input : inputs) {
            ArgumentSpec spec = new ArgumentSpec.Given(new Argument.OfTensor(Tensor.scalar(input)));
            Visibility visibility = input < 0 ? Visibility.HIDDEN : Visibility.PUBLIC;
            cases.add(new CaseSpec("c" + input, visibility, List.of(spec), Tolerance.DEFAULT, List.of()));
        }
        return new KernelPart(id, id, Points.of("1"), kernel, Optional.empty(), cases);
    }

    private static List<String> verdicts(Grading grading) {
        return grading.parts().stream()
                .map(part -> String.join(
                        " ",
                        part.cases().stream()
                                .map(result -> result.verdict().name())
                                .toList()))
                .toList();
    }

    private static CallOutcome fault() {
        throw gone();
    }

    private static GraderFault gone() {
        return new GraderFault(GraderFault.Code.SANDBOX, "start a container", "the engine is gone");
    }

    private static class Ones implements GoldenSource {
        @Override
        public GoldenCase golden(Assignment assignment, Part part, CaseSpec spec) {
            Argument input = ((ArgumentSpec.Given) spec.arguments().getFirst()).argument();
            return new GoldenCase(List.of(input), Tensor.scalar(1), List.of(), "digest");
        }

        @Override
        public Map<String, String> description(Assignment assignment) {
            return Map.of("digest", "ones");
        }
    }
}
