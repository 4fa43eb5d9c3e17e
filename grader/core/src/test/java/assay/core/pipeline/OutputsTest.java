package assay.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.assignment.Assignment;
import assay.core.assignment.Feedback;
import assay.core.assignment.Part.AgreementPart;
import assay.core.domain.Limits;
import assay.core.domain.Points;
import assay.core.late.LatePolicy;
import assay.kernels.Tensor;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OutputsTest {
    private static final Tensor GOLDEN = Tensor.zeros(2, 3);

    private final Outputs outputs = new Outputs(new Assignment(
            "hw",
            "Homework",
            1,
            ZoneOffset.UTC,
            Instant.EPOCH,
            new LatePolicy.None(),
            Limits.DEFAULT,
            Feedback.VERDICT,
            List.of(new AgreementPart("same", "Same", Points.of("1"), "scalar", "vector")),
            "digest"));

    @Test
    void what_is_compared_later_is_kept() {
        outputs.keep("scalar", "case", GOLDEN, GOLDEN);

        assertThat(outputs.of("scalar", "case")).containsSame(GOLDEN);
    }

    @Test
    void a_wrong_shape_is_kept_as_well() {
        Tensor output = Tensor.zeros(4, 6);
        outputs.keep("scalar", "case", output, GOLDEN);

        assertThat(outputs.of("scalar", "case")).containsSame(output);
    }

    @Test
    void what_is_far_too_large_is_not_kept() {
        outputs.keep("scalar", "case", Tensor.zeros(1_000), GOLDEN);

        assertThat(outputs.of("scalar", "case")).isEmpty();
    }

    @Test
    void what_nothing_is_compared_with_is_not_kept() {
        outputs.keep("other", "case", GOLDEN, GOLDEN);

        assertThat(outputs.of("other", "case")).isEmpty();
    }
}
