package assay.core.publish;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.assignment.CaseSpec;
import assay.core.assignment.Part;
import assay.core.assignment.Part.AgreementPart;
import assay.core.assignment.Part.AnswersPart;
import assay.core.assignment.Part.KernelPart;
import assay.core.assignment.Part.ManualPart;
import assay.core.assignment.Part.SpeedupPart;
import assay.core.compare.NullAnswers;
import assay.core.compare.TensorWeighing;
import assay.core.port.GoldenCase;
import assay.core.port.GoldenSource;
import assay.core.property.Property;
import assay.kernels.call.Kernel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What of an assignment can be checked from its goldens alone, without running any student's code. */
public final class PublishingCheck {
    private final GoldenSource goldens;

    public PublishingCheck(GoldenSource goldens) {
        this.goldens = requireNonNull(goldens, "goldens is null");
    }

    /**
     * The cases that a null answer passes: zeros, ones, the golden's mean, a copy of the input, noise. Every such case
     * gives points for nothing, and the assignment is refused.
     */
    public List<PublishingProblem> nullAnswers(Assignment assignment) {
        return problems(
                assignment,
                (kernel, spec, golden) -> accepted(kernel, spec, golden)
                        .map(answer -> "accepts " + answer
                                + ", so it gives points for nothing; change the input or narrow the" + " tolerance"));
    }

    /**
     * The cases on which a misconception that they name gives the right answer. Each is harmless, but tells a student
     * nothing.
     */
    public List<PublishingProblem> silentMisconceptions(Assignment assignment) {
        return problems(
                assignment,
                (_, spec, golden) -> golden.misconceptions().stream()
                        .filter(wrong -> TensorWeighing.compare(golden.expected(), wrong.output(), spec.tolerance())
                                .matches())
                        .map(wrong -> "the misconception " + wrong.name()
                                + " gives the right answer here, so it can never be found"));
    }

    /** Where chance is in it, a copy of the input counts unless it is what is asked for: dropout after training. */
    private static Stream<String> accepted(Kernel kernel, CaseSpec spec, GoldenCase golden) {
        return Property.of(kernel)
                .map(property -> NullAnswers.to(golden.arguments(), golden.expected()).stream()
                        .filter(answer -> !Arrays.equals(
                                answer.output().data(), golden.expected().data()))
                        .filter(answer -> property.broken(golden.arguments(), answer.output())
                                .isEmpty())
                        .map(NullAnswers.NullAnswer::name))
                .orElseGet(
                        () -> NullAnswers.accepted(golden.arguments(), golden.expected(), spec.tolerance()).stream());
    }

    /** What is wrong with one case. */
    private interface CaseCheck {
        Stream<String> messages(Kernel kernel, CaseSpec spec, GoldenCase golden);
    }

    private List<PublishingProblem> problems(Assignment assignment, CaseCheck check) {
        return assignment.parts().stream()
                .flatMap(part -> cases(part).stream()
                        .flatMap(spec -> check.messages(kernel(part), spec, goldens.golden(assignment, part, spec))
                                .map(message -> new PublishingProblem(part.id(), spec.id(), message))))
                .toList();
    }

    private static Kernel kernel(Part part) {
        return switch (part) {
            case KernelPart own -> own.kernel();
            case SpeedupPart speedup -> speedup.kernel();
            case AgreementPart _, AnswersPart _, ManualPart _, Part.TrainingPart _ ->
                throw new AssertionError("part " + part.id() + " has no cases of its own");
        };
    }

    /** An agreement has no goldens of its own, and what is written has none. */
    private static List<CaseSpec> cases(Part part) {
        return switch (part) {
            case KernelPart kernel -> kernel.cases();
            case SpeedupPart speedup -> speedup.cases();
            case AgreementPart _, AnswersPart _, ManualPart _, Part.TrainingPart _ -> List.of();
        };
    }
}
