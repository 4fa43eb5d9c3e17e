package assay.golden;

import assay.core.assignment.ArgumentSpec;
import assay.core.assignment.Assignment;
import assay.core.assignment.CaseSpec;
import assay.core.assignment.Feedback;
import assay.core.assignment.Part;
import assay.core.compare.Tolerance;
import assay.core.domain.Limits;
import assay.core.domain.Points;
import assay.core.domain.Visibility;
import assay.core.late.LatePolicy;
import assay.kernels.Form;
import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import assay.kernels.call.Kernel;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Assignments of a part or two. */
public final class TestAssignments {
    private TestAssignments() {}

    public static Assignment assignment(Part... parts) {
        return new Assignment(
                "toy",
                "Toy",
                1,
                ZoneOffset.UTC,
                Instant.EPOCH,
                new LatePolicy.None(),
                Limits.DEFAULT,
                Feedback.VERDICT,
                List.of(parts),
                "");
    }

    public static Part part(String id, Kernel kernel, Form.Kind form, CaseSpec... cases) {
        return new Part.KernelPart(id, id, Points.ZERO, kernel, Optional.of(form), List.of(cases));
    }

    /** A case of max_pool2d with a kernel of 2, a stride of 2 and a padding of 1. */
    public static CaseSpec pooling(String id, Visibility visibility, String... misconceptions) {
        return spec(
                id,
                visibility,
                List.of(new ArgumentSpec.Uniform(List.of(1, 2, 6, 4), -2, -1), given(2), given(2), given(1)),
                misconceptions);
    }

    public static CaseSpec spec(
            String id, Visibility visibility, List<ArgumentSpec> arguments, String... misconceptions) {
        return new CaseSpec(id, visibility, arguments, Tolerance.DEFAULT, List.of(misconceptions));
    }

    /** What is given, and a tensor in place of what would be drawn. */
    public static Argument argument(ArgumentSpec spec, Tensor drawn) {
        return spec instanceof ArgumentSpec.Given(Argument argument) ? argument : new Argument.OfTensor(drawn);
    }

    private static ArgumentSpec given(int number) {
        return new ArgumentSpec.Given(new Argument.OfInt(number));
    }
}
