package assay.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.assignment.Assignment;
import assay.core.assignment.CaseSpec;
import assay.core.assignment.Feedback;
import assay.core.assignment.Part;
import assay.core.assignment.Part.AgreementPart;
import assay.core.assignment.Part.KernelPart;
import assay.core.assignment.Part.SpeedupPart;
import assay.core.compare.Tolerance;
import assay.core.domain.Limits;
import assay.core.domain.Points;
import assay.core.domain.RunUsage;
import assay.core.domain.Verdict;
import assay.core.domain.Visibility;
import assay.core.late.LatePolicy;
import assay.core.port.CallOutcome;
import assay.core.port.Classes;
import assay.core.port.GoldenCase;
import assay.core.port.GoldenSource;
import assay.core.port.Implementation;
import assay.core.port.KernelCall;
import assay.core.port.SandboxSession;
import assay.kernels.Form;
import assay.kernels.Tensor;
import assay.kernels.call.Kernel;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CaseByCaseTest {
    private static final CaseSpec FIRST = spec("first");
    private static final CaseSpec SECOND = spec("second");
    private static final KernelPart SCALAR = kernel("scalar", Form.Kind.SCALAR);
    private static final KernelPart VECTOR = kernel("vector", Form.Kind.VECTOR);
    private static final AgreementPart AGREEMENT =
            new AgreementPart("agreement", "Agreement", Points.of("1"), "scalar", "vector");
    private static final SpeedupPart SPEEDUP =
            new SpeedupPart("speedup", "Speed-up", Points.of("1"), Kernel.RELU, List.of(FIRST), 9, 2);
    private static final Assignment ASSIGNMENT = new Assignment(
            "hw",
            "Homework",
            1,
            ZoneOffset.UTC,
            Instant.EPOCH,
            new LatePolicy.None(),
            Limits.DEFAULT,
            Feedback.VERDICT,
            List.of(SCALAR, VECTOR, AGREEMENT, SPEEDUP),
            "digest");

    private static final Classes NO_CLASSES = new Classes(List.of());

    /** Parts whose kernel was called, in order. */
    private final List<Integer> called = new ArrayList<>();

    private final CaseByCase grading =
            new CaseByCase(ASSIGNMENT, new Ones(), NO_CLASSES, () -> new Session(Form.Kind.values()));

    @Test
    void a_case_runs_when_it_is_asked_for_and_only_once() {
        assertThat(called).isEmpty();
        assertThat(grading.result(SCALAR, SECOND).verdict()).isEqualTo(Verdict.AC);
        assertThat(grading.result(SCALAR, SECOND).verdict()).isEqualTo(Verdict.AC);
        assertThat(called).containsExactly(1);
    }

    @Test
    void what_was_not_asked_for_counts_as_skipped() {
        grading.result(SCALAR, FIRST);
        assertThat(grading.soFar(SCALAR).earned()).isEqualTo(Points.of("0.5"));
        assertThat(grading.soFar(VECTOR).verdict()).isEqualTo(Verdict.SK);
        assertThat(grading.soFar(AGREEMENT).earned()).isEqualTo(Points.ZERO);
    }

    @Test
    void an_agreement_runs_the_cases_that_it_weighs() {
        assertThat(grading.result(AGREEMENT, FIRST).verdict()).isEqualTo(Verdict.AC);
        assertThat(called).containsExactlyInAnyOrder(1, 2);
        assertThat(grading.soFar(AGREEMENT).earned()).isEqualTo(Points.of("0.5"));
    }

    @Test
    void a_missing_class_is_told_as_the_pipeline_tells_it() {
        CaseByCase scalarOnly = new CaseByCase(ASSIGNMENT, new Ones(), NO_CLASSES, () -> new Session(Form.Kind.SCALAR));
        assertThat(scalarOnly.result(VECTOR, FIRST).message())
                .isEqualTo("No class marked @Form(Form.Kind.VECTOR) implements Relu.");
        assertThat(scalarOnly.result(AGREEMENT, FIRST).verdict()).isEqualTo(Verdict.SK);
    }

    @Test
    void classes_that_cannot_be_read_are_not_run() {
        Classes odd = new Classes(List.of(new Classes.ClassFile("Odd", new byte[] {1, 2, 3})));
        CaseByCase unread = new CaseByCase(ASSIGNMENT, new Ones(), odd, () -> new Session(Form.Kind.values()));
        assertThat(unread.result(SCALAR, FIRST).verdict()).isEqualTo(Verdict.PV);
        assertThat(called).isEmpty();
    }

    @Test
    void a_speed_up_has_no_single_cases() {
        assertThatThrownBy(() -> grading.result(SPEEDUP, FIRST)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> grading.soFar(SPEEDUP)).isInstanceOf(IllegalArgumentException.class);
    }

    private static KernelPart kernel(String id, Form.Kind form) {
        return new KernelPart(id, id, Points.of("1"), Kernel.RELU, Optional.of(form), List.of(FIRST, SECOND));
    }

    private static CaseSpec spec(String id) {
        return new CaseSpec(id, Visibility.PUBLIC, List.of(), Tolerance.DEFAULT, List.of());
    }

    private static final class Ones implements GoldenSource {
        @Override
        public GoldenCase golden(Assignment assignment, Part part, CaseSpec spec) {
            return new GoldenCase(List.of(), Tensor.scalar(1), List.of(), "digest");
        }

        @Override
        public Map<String, String> description(Assignment assignment) {
            return Map.of();
        }
    }

    /** Has a class for each of the forms, and returns one. */
    private final class Session implements SandboxSession {
        private final List<Implementation> implementations;

        Session(Form.Kind... forms) {
            implementations = List.of(forms).stream()
                    .map(form -> new Implementation(Kernel.RELU, Optional.of(form), "student." + form))
                    .toList();
        }

        @Override
        public List<Implementation> implementations() {
            return implementations;
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
            called.add(call.part());
            return new CallOutcome.Returned(Tensor.scalar(1), false, RunUsage.NONE, "");
        }

        @Override
        public void close() {}
    }
}
