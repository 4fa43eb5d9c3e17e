package assay.core.assignment;

import assay.core.domain.Visibility;
import java.util.List;
import java.util.stream.Stream;

/** What of an assignment a student can check at home. */
public final class PublicCases {
    private PublicCases() {}

    /** The assignment with its public cases alone; a part that has none is left out. */
    public static Assignment of(Assignment assignment) {
        List<Part> parts = assignment.parts().stream().flatMap(PublicCases::of).toList();
        return new Assignment(
                assignment.id(),
                assignment.title(),
                assignment.version(),
                assignment.zone(),
                assignment.deadline(),
                assignment.late(),
                assignment.limits(),
                assignment.feedback(),
                parts,
                assignment.digest());
    }

    private static Stream<Part> of(Part part) {
        return switch (part) {
            case Part.KernelPart kernel -> {
                List<CaseSpec> cases = publicOf(kernel.cases());
                yield cases.isEmpty()
                        ? Stream.of()
                        : Stream.of(new Part.KernelPart(
                                kernel.id(), kernel.title(), kernel.points(), kernel.kernel(), kernel.form(), cases));
            }
            case Part.SpeedupPart speedup -> {
                List<CaseSpec> cases = publicOf(speedup.cases());
                yield cases.isEmpty()
                        ? Stream.of()
                        : Stream.of(new Part.SpeedupPart(
                                speedup.id(),
                                speedup.title(),
                                speedup.points(),
                                speedup.kernel(),
                                cases,
                                speedup.repeats(),
                                speedup.atLeast()));
            }
            case Part.AgreementPart agreement -> Stream.of(agreement);
        };
    }

    private static List<CaseSpec> publicOf(List<CaseSpec> cases) {
        return cases.stream()
                .filter(spec -> spec.visibility() == Visibility.PUBLIC)
                .toList();
    }
}
