package assay.core.publish;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

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
import assay.core.domain.Visibility;
import assay.core.late.LatePolicy;
import assay.core.port.GoldenCase;
import assay.core.port.GoldenCase.Misconception;
import assay.core.port.GoldenSource;
import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import assay.kernels.call.Kernel;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PublishingCheckTest {
    private static final Tensor INPUT = vector(3, -1, 2, 5);

    private final PublishingCheck check = new PublishingCheck(new GoldensById(Map.of(
            "good", vector(0.5f, -4, 9, 1),
            "zeros", vector(0, 0, 0, 0),
            "copy", INPUT.copy())));

    /** Gives each case the golden of its id. */
    private record GoldensById(Map<String, Tensor> goldens) implements GoldenSource {
        @Override
        public GoldenCase golden(Assignment assignment, Part part, CaseSpec spec) {
            return new GoldenCase(
                    List.of(new Argument.OfTensor(INPUT)),
                    requireNonNull(goldens.get(spec.id()), spec.id()),
                    List.of(
                            new Misconception("off_by_one", "One off.", vector(1.5f, -3, 10, 2)),
                            new Misconception("identity", "Nothing done.", INPUT.copy())),
                    "digest");
        }

        @Override
        public Map<String, String> description(Assignment assignment) {
            return Map.of();
        }
    }

    @Test
    void a_good_case_has_no_problem() {
        assertThat(check.nullAnswers(assignment(kernelPart("relu", "good")))).isEmpty();
    }

    @Test
    void part_case_and_null_answer_are_named() {
        assertThat(check.nullAnswers(assignment(kernelPart("relu", "good", "copy"))))
                .singleElement()
                .hasToString(
                        "relu / copy: accepts a copy of the input, so it gives points for nothing; change the input or"
                                + " narrow the tolerance");
    }

    @Test
    void each_null_answer_that_passes_is_a_problem() {
        assertThat(check.nullAnswers(assignment(kernelPart("relu", "zeros"))))
                .extracting(PublishingProblem::message)
                .anyMatch(message -> message.startsWith("accepts zeros"))
                .anyMatch(message -> message.startsWith("accepts the golden's mean"));
    }

    @Test
    void a_speedup_is_checked_and_an_agreement_has_nothing_to_check() {
        Part agreement = new AgreementPart("same", "Same", Points.of("1"), "relu", "relu_vector");
        Part speedup = new SpeedupPart("fast", "Fast", Points.of("1"), Kernel.RELU, List.of(spec("copy")), 3, 1.5);

        assertThat(check.nullAnswers(assignment(agreement, speedup)))
                .extracting(PublishingProblem::part)
                .containsExactly("fast");
    }

    @Test
    void a_misconception_that_gives_the_right_answer_is_named() {
        assertThat(check.silentMisconceptions(assignment(kernelPart("relu", "good", "copy"))))
                .singleElement()
                .hasToString("relu / copy: the misconception identity gives the right answer here, so it can never be"
                        + " found");
    }

    private static Tensor vector(float... numbers) {
        return Tensor.of(numbers, numbers.length);
    }

    private static KernelPart kernelPart(String id, String... cases) {
        return new KernelPart(
                id,
                id,
                Points.of("1"),
                Kernel.RELU,
                Optional.empty(),
                List.of(cases).stream().map(PublishingCheckTest::spec).toList());
    }

    private static CaseSpec spec(String id) {
        return new CaseSpec(id, Visibility.PUBLIC, List.of(), Tolerance.DEFAULT, List.of());
    }

    private static Assignment assignment(Part... parts) {
        return new Assignment(
                "a",
                "A",
                1,
                ZoneOffset.UTC,
                Instant.EPOCH,
                new LatePolicy.None(),
                Limits.DEFAULT,
                Feedback.VERDICT,
                List.of(parts),
                "digest");
    }
}
