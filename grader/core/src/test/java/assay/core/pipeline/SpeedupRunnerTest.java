package assay.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.assignment.Assignment;
import assay.core.assignment.CaseSpec;
import assay.core.assignment.Feedback;
import assay.core.assignment.Part;
import assay.core.assignment.Part.SpeedupPart;
import assay.core.compare.Tolerance;
import assay.core.domain.Limits;
import assay.core.domain.Points;
import assay.core.domain.RunUsage;
import assay.core.domain.Visibility;
import assay.core.late.LatePolicy;
import assay.core.port.CallOutcome;
import assay.core.port.GoldenCase;
import assay.core.port.GoldenSource;
import assay.core.port.Implementation;
import assay.core.port.KernelCall;
import assay.core.port.SandboxSession;
import assay.core.result.CaseResult;
import assay.kernels.Form;
import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import assay.kernels.call.Kernel;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpeedupRunnerTest {
    private static final Duration QUICK = Duration.ofMillis(1);
    private static final Duration SLOW = Duration.ofMillis(100);
    private static final SpeedupPart PART =
            new SpeedupPart("speedup", "Speed-up", Points.of("1"), Kernel.RELU, List.of(spec("a"), spec("b")), 9, 2);

    @Test
    void an_honest_vector_form_is_measured() {
        SpeedupRunner.Measured measured = measured((form, input) -> form.equals(Form.Kind.VECTOR) ? QUICK : SLOW);

        assertThat(measured.ratio()).hasValue(100);
        assertThat(measured.cases()).extracting(CaseResult::id).containsExactly("a", "b");
    }

    @Test
    void what_the_vector_form_remembers_gains_nothing() {
        Set<Float> known = new HashSet<>();

        assertThat(measured((form, input) -> form.equals(Form.Kind.VECTOR) && !known.add(input) ? QUICK : SLOW)
                        .ratio())
                .hasValue(1);
    }

    @Test
    void what_the_scalar_form_leaves_for_the_other_gains_nothing() {
        Set<Float> known = new HashSet<>();

        assertThat(measured((form, input) -> {
                            boolean left = known.contains(input);
                            known.add(input);
                            return form.equals(Form.Kind.VECTOR) && left ? QUICK : SLOW;
                        })
                        .ratio())
                .hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({
        "VECTOR, 3, 0", // three in ten look too short, since the host heard late that they began
        "SCALAR, 3, 0",
        "VECTOR, 3, 500", // or too long, since the host had other work
        "SCALAR, 3, 500",
    })
    void what_disturbs_some_rounds_changes_nothing(Form.Kind disturbed, int ofTen, long millis) {
        int[] calls = {0};

        assertThat(measured((form, input) -> form.equals(disturbed) && ++calls[0] % 10 < ofTen
                                ? Duration.ofMillis(millis)
                                : form.equals(Form.Kind.VECTOR) ? QUICK : SLOW)
                        .ratio())
                .hasValue(100);
    }

    @Test
    void rounds_that_agree_are_enough_and_others_are_added_to() {
        int[] calls = {0};
        measured((form, input) -> {
            calls[0]++;
            return form.equals(Form.Kind.VECTOR) ? QUICK : SLOW;
        });
        assertThat(calls[0]).isEqualTo(2 * (SpeedupPart.WARM_UPS + 9));

        calls[0] = 0;
        measured((form, input) -> ++calls[0] % 4 == 1 ? QUICK : SLOW);
        assertThat(calls[0]).isEqualTo(2 * (SpeedupPart.WARM_UPS + SpeedupPart.MOST * 9));
    }

    private static SpeedupRunner.Measured measured(Student student) {
        Assignment assignment = new Assignment(
                "hw",
                "Homework",
                1,
                ZoneOffset.UTC,
                Instant.EPOCH,
                new LatePolicy.None(),
                Limits.DEFAULT,
                Feedback.VERDICT,
                List.of(PART),
                "digest");
        try (SessionKeeper sessions = new SessionKeeper(() -> new Session(student))) {
            CaseCaller caller = new CaseCaller(assignment, new Drawn(), sessions, _ -> {});
            return new SpeedupRunner(caller, new CaseJudge(Limits.DEFAULT), new AllAllowed()).run(PART);
        }
    }

    private static CaseSpec spec(String id) {
        return new CaseSpec(id, Visibility.HIDDEN, List.of(), Tolerance.DEFAULT, List.of());
    }

    /** How long a form takes for an input. */
    private interface Student {
        Duration takes(Form.Kind form, float input);
    }

    /** A number for each case. */
    private static final class Drawn implements GoldenSource {
        @Override
        public GoldenCase golden(Assignment assignment, Part part, CaseSpec spec) {
            Tensor number = Tensor.scalar(Math.abs(spec.id().hashCode()));
            return new GoldenCase(List.of(new Argument.OfTensor(number)), number, List.of(), "digest");
        }

        @Override
        public Map<String, String> description(Assignment assignment) {
            return Map.of();
        }
    }

    private record Session(Student student) implements SandboxSession {
        @Override
        public List<Implementation> implementations() {
            return Stream.of(Form.Kind.values())
                    .map(form -> new Implementation(Kernel.RELU, Optional.of(form), "student." + form))
                    .toList();
        }

        @Override
        public boolean alive() {
            return true;
        }

        @Override
        public boolean lingering() {
            return false;
        }

        @Override
        public CallOutcome call(KernelCall call) {
            Tensor input = (Tensor) call.arguments().getFirst().value();
            Duration wall = student.takes(call.form().orElseThrow(), input.data()[0]);
            return new CallOutcome.Returned(input, false, new RunUsage(wall), "");
        }

        @Override
        public void close() {}
    }

    /** Nothing is forbidden. */
    private static final class AllAllowed implements UseRule {
        @Override
        public Optional<String> violation(Implementation implementation) {
            return Optional.empty();
        }

        @Override
        public Optional<String> violationBehind(String contract) {
            return Optional.empty();
        }

        @Override
        public Optional<String> violationAnywhere() {
            return Optional.empty();
        }
    }
}
