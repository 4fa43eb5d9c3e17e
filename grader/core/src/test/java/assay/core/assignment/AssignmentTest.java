package assay.core.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.assignment.Part.AgreementPart;
import assay.core.assignment.Part.KernelPart;
import assay.core.assignment.Part.SpeedupPart;
import assay.core.compare.Tolerance;
import assay.core.domain.Limits;
import assay.core.domain.Points;
import assay.core.domain.Visibility;
import assay.core.late.LatePolicy;
import assay.kernels.call.Kernel;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AssignmentTest {
    private static final CaseSpec SHOWN = spec("shown", Visibility.PUBLIC);
    private static final CaseSpec SECRET = spec("secret", Visibility.HIDDEN);
    private static final KernelPart LEFT = kernel("left", SHOWN, SECRET);
    private static final KernelPart RIGHT = kernel("right", SHOWN, SECRET);
    private static final AgreementPart AGREEMENT = agreement("agreement", "left", "right");
    private static final SpeedupPart SPEEDUP =
            new SpeedupPart("speedup", "Speed-up", Points.of("1"), Kernel.RELU, List.of(SECRET), 9, 2);

    @Test
    void an_agreement_has_the_cases_of_its_left_part() {
        Assignment assignment = assignment(LEFT, RIGHT, AGREEMENT, SPEEDUP);
        assertThat(assignment.cases(AGREEMENT)).containsExactly(SHOWN, SECRET);
        assertThat(assignment.cases(SPEEDUP)).containsExactly(SECRET);
        assertThat(assignment.cases(agreement("other", "agreement", "nothing"))).isEmpty();
    }

    @Test
    void a_part_is_found_by_its_id() {
        Assignment assignment = assignment(LEFT, RIGHT);
        assertThat(assignment.part("right")).isSameAs(RIGHT);
        assertThatThrownBy(() -> assignment.part("up")).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void hidden_cases_are_left_out_with_the_parts_that_have_no_others() {
        KernelPart unseen = kernel("unseen", SECRET);
        AgreementPart ofUnseen = agreement("of-unseen", "unseen", "unseen");
        Assignment visible =
                assignment(LEFT, RIGHT, AGREEMENT, SPEEDUP, unseen, ofUnseen).publicOnly();
        assertThat(visible.parts()).containsExactly(kernel("left", SHOWN), kernel("right", SHOWN), AGREEMENT);
        assertThat(visible.cases(AGREEMENT)).containsExactly(SHOWN);
        assertThat(visible.digest()).isEqualTo("digest");
    }

    private static Assignment assignment(Part... parts) {
        return new Assignment(
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
    }

    private static KernelPart kernel(String id, CaseSpec... cases) {
        return new KernelPart(id, id, Points.of("1"), Kernel.RELU, Optional.empty(), List.of(cases));
    }

    private static AgreementPart agreement(String id, String left, String right) {
        return new AgreementPart(id, id, Points.of("1"), left, right);
    }

    private static CaseSpec spec(String id, Visibility visibility) {
        return new CaseSpec(id, visibility, List.of(), Tolerance.DEFAULT, List.of());
    }
}
