package assay.core.starter;

import assay.core.assignment.ArgumentSpec;
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
import assay.core.pack.GoldenPack;
import assay.core.port.GoldenCase;
import assay.core.port.GoldenSource;
import assay.kernels.Form;
import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import assay.kernels.call.Kernel;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An assignment with a part of each kind, and goldens that PyTorch has not seen. */
final class TestAssignments {
    static final CaseSpec SHOWN = spec("shown", Visibility.PUBLIC, 1);
    static final CaseSpec SECRET = spec("secret-case", Visibility.HIDDEN, 2);
    static final KernelPart SCALAR = kernel("relu_scalar", Form.Kind.SCALAR, SHOWN, SECRET);
    static final KernelPart VECTOR = kernel("relu_vector", Form.Kind.VECTOR, SHOWN, SECRET);
    static final AgreementPart AGREEMENT =
            new AgreementPart("agreement", "Both alike", Points.of("0.25"), "relu_scalar", "relu_vector");
    static final KernelPart ALL_HIDDEN = new KernelPart(
            "sigmoid", "Sigmoid, naïve or not", Points.of("2"), Kernel.SIGMOID, Optional.empty(), List.of(SECRET));
    static final SpeedupPart SPEEDUP =
            new SpeedupPart("speedup", "How much faster", Points.of("1"), Kernel.RELU, List.of(SHOWN), 9, 2);

    private TestAssignments() {}

    static Assignment withAllKinds() {
        return of(SCALAR, VECTOR, AGREEMENT, ALL_HIDDEN, SPEEDUP);
    }

    static Assignment of(Part... parts) {
        return new Assignment(
                "hw",
                "Übung: \"kernels\" = schön",
                3,
                ZoneId.of("Europe/Kyiv"),
                Instant.parse("2022-09-19T15:59:59Z"),
                new LatePolicy.None(),
                Limits.DEFAULT,
                Feedback.COUNT,
                List.of(parts),
                "0123abcd");
    }

    /** Doubles whatever the case's first number is; the misconception halves it. */
    static GoldenSource goldens() {
        return new GoldenSource() {
            @Override
            public GoldenCase golden(Assignment assignment, Part part, CaseSpec spec) {
                float drawn = ((ArgumentSpec.Values) spec.arguments().getFirst())
                        .values()
                        .getFirst();
                List<Argument> arguments = List.of(new Argument.OfTensor(Tensor.scalar(drawn)));
                Tensor expected = Tensor.scalar(2 * drawn);
                return new GoldenCase(
                        arguments,
                        expected,
                        List.of(new GoldenCase.Misconception("halved", "It was halved.", Tensor.scalar(drawn / 2))),
                        GoldenPack.digest(arguments, expected));
            }

            @Override
            public Map<String, String> description(Assignment assignment) {
                return Map.of();
            }
        };
    }

    private static KernelPart kernel(String id, Form.Kind form, CaseSpec... cases) {
        return new KernelPart(id, "ReLU, " + form, Points.of("0.5"), Kernel.RELU, Optional.of(form), List.of(cases));
    }

    private static CaseSpec spec(String id, Visibility visibility, float number) {
        return new CaseSpec(
                id,
                visibility,
                List.of(new ArgumentSpec.Values(List.of(), List.of(number))),
                new Tolerance(1e-7, 3e-11),
                List.of("halved"));
    }
}
