package assay.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.assignment.Assignment;
import assay.core.assignment.CaseSpec;
import assay.core.assignment.Feedback;
import assay.core.assignment.Part;
import assay.core.assignment.Part.SpeedupPart;
import assay.core.compare.Tolerance;
import assay.core.domain.GraderFault;
import assay.core.domain.Limits;
import assay.core.domain.Points;
import assay.core.domain.RunUsage;
import assay.core.domain.Verdict;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpeedupRunnerTest {
    private static final Duration QUICK = Duration.ofMillis(1);
    private static final Duration SLOW = Duration.ofMillis(100);
    private static final Duration PLAIN = Duration.ofMillis(10);
    /** Where there is no plain form of the kernel. */
    private static final PlainForm NO_PLAIN = new Plain(Optional::empty);

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

    /** The vector form is a plain one, and the scalar form only waits: the ratio between them is what they like. */
    @Test
    void a_scalar_form_that_is_slow_on_purpose_gains_nothing() {
        Student student = (form, input) -> form.equals(Form.Kind.VECTOR) ? PLAIN : SLOW;

        SpeedupRunner.Measured measured = measured(student, plain(() -> PLAIN));

        assertThat(measured.ratio()).hasValue(2 * 0.75);
        assertThat(measured.byPlain()).isTrue();
    }

    @Test
    void an_honest_scalar_form_may_be_slower_than_a_plain_one() {
        Student student = (form, input) -> form.equals(Form.Kind.VECTOR) ? QUICK : SLOW;

        SpeedupRunner.Measured measured = measured(student, plain(() -> PLAIN));

        assertThat(measured.ratio()).hasValue(2 * 0.75 * PLAIN.toMillis());
        assertThat(measured(student, plain(() -> SLOW)).byPlain()).isFalse();
    }

    @Test
    void a_plain_form_that_cannot_be_run_is_our_fault() {
        SpeedupRunner.Measured measured = measured((form, input) -> QUICK, plain(() -> {
            throw new GraderFault(GraderFault.Code.SANDBOX, "time it", "the engine is away");
        }));

        assertThat(measured.ratio()).isEmpty();
        assertThat(measured.cases()).extracting(CaseResult::verdict).containsOnly(Verdict.IE);
    }

    /** What earlier parts ran is compiled by then, or is not; the plain form begins anew as well. */
    @Test
    void both_forms_run_in_a_sandbox_where_nothing_has_run() {
        List<Integer> calledIn = new ArrayList<>();
        int[] opened = {0};
        SessionKeeper sessions = new SessionKeeper(() -> {
            int number = ++opened[0];
            return new Session((form, input) -> {
                calledIn.add(number);
                return form.equals(Form.Kind.VECTOR) ? QUICK : SLOW;
            });
        });
        try (sessions) {
            CaseCaller caller = caller(sessions);
            caller.call(PART, spec("earlier"), Kernel.RELU, Optional.of(Form.Kind.SCALAR));

            runner(caller, NO_PLAIN).run(PART);
        }
        assertThat(calledIn.getFirst()).isEqualTo(1);
        assertThat(calledIn.subList(1, calledIn.size())).isNotEmpty().containsOnly(2);
    }

    /** Else it would make the plain form slow, which is what the vector form has to beat. */
    @Test
    void what_is_still_busy_is_ended_before_the_plain_form_is_timed() {
        int[] open = {0};
        List<Integer> openWhileTimed = new ArrayList<>();
        Supplier<SandboxSession> busy = () -> {
            open[0]++;
            return new Session((form, input) -> QUICK, true, () -> open[0]--);
        };
        PlainForm plain = plain(() -> {
            openWhileTimed.add(open[0]);
            return PLAIN;
        });
        try (SessionKeeper sessions = new SessionKeeper(busy)) {
            runner(caller(sessions), plain).run(PART);
        }
        assertThat(openWhileTimed).isNotEmpty().containsOnly(0);
    }

    private static PlainForm plain(Supplier<Duration> takes) {
        return new Plain(() -> Optional.of(takes.get()));
    }

    private static SpeedupRunner.Measured measured(Student student) {
        return measured(student, NO_PLAIN);
    }

    private static SpeedupRunner.Measured measured(Student student, PlainForm plain) {
        try (SessionKeeper sessions = new SessionKeeper(() -> new Session(student))) {
            return runner(caller(sessions), plain).run(PART);
        }
    }

    private static SpeedupRunner runner(CaseCaller caller, PlainForm plain) {
        return new SpeedupRunner(caller, new CaseJudge(Limits.DEFAULT), new AllAllowed(), plain, new Tries(_ -> {}));
    }

    private static CaseCaller caller(SessionKeeper sessions) {
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
        return new CaseCaller(assignment, new Drawn(), sessions, new Tries(_ -> {}));
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

    private record Plain(Supplier<Optional<Duration>> takes) implements PlainForm {
        @Override
        public Optional<Duration> takes(Kernel kernel, List<Argument> arguments) {
            return takes.get();
        }

        @Override
        public void close() {}
    }

    private record Session(Student student, boolean lingering, Runnable whenClosed) implements SandboxSession {
        Session(Student student) {
            this(student, false, () -> {});
        }

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
        public CallOutcome call(KernelCall call) {
            Tensor input = (Tensor) call.arguments().getFirst().value();
            Duration wall = student.takes(call.form().orElseThrow(), input.data()[0]);
            return new CallOutcome.Returned(input, false, new RunUsage(wall), "");
        }

        @Override
        public void close() {
            whenClosed.run();
        }
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
