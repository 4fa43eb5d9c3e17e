package assay.sandbox.selfcheck;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.assignment.CaseSpec;
import assay.core.assignment.Part;
import assay.core.domain.Limits;
import assay.core.pipeline.CaseByCase;
import assay.core.port.Classes;
import assay.core.port.GoldenCase;
import assay.core.result.CaseResult;
import assay.core.starter.PublicCases;
import assay.core.starter.PublicCasesFile;
import assay.kernels.Tensor;
import assay.runner.frame.ClassFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs your code on the public cases of the assignment and weighs what comes out against PyTorch's results, which lie in
 * the jar of this class. Your classes are called and the verdicts reached by the same code as on the server. Safe for use
 * by several threads at once; one case runs at a time.
 */
public final class SelfCheck {
    private final PublicCases cases;
    private final LastOutput lastOutput = new LastOutput();
    private final CaseByCase grading;

    SelfCheck(PublicCases cases, List<ClassFile> classes, Limits limits) {
        this.cases = requireNonNull(cases, "cases is null");
        Classes compiled = new Classes(classes.stream()
                .map(file -> new Classes.ClassFile(file.name(), file.bytes()))
                .toList());
        this.grading = new CaseByCase(
                cases.assignment(), cases, compiled, () -> lastOutput.of(InProcessSession.open(classes, limits)));
    }

    /**
     * A check of all classes of the project that are no tests.
     *
     * @param test a class of the tests, to tell them apart
     */
    public static SelfCheck of(Class<?> test) {
        PublicCases cases = PublicCasesFile.beside(SelfCheck.class);
        Limits limits = cases.assignment().limits();
        return new SelfCheck(cases, OwnClasses.beside(test), Debugging.now() ? Debugging.withoutHurry(limits) : limits);
    }

    /** The parts that can be run at home; nothing runs before {@link CheckedCase#check()}. */
    public Stream<CheckedPart> parts() {
        return cases.assignment().parts().stream()
                .map(part -> new CheckedPart(
                        "%s (%s, %s %s)"
                                .formatted(part.title(), part.id(), part.points(), PublicScore.points(part.points())),
                        assignment().cases(part).stream()
                                .map(spec -> new CheckedCase(spec.id(), () -> check(part, spec)))
                                .toList()));
    }

    /** How many cases are accepted so far and what they are worth, for the end of the tests. */
    public synchronized String summary() {
        return PublicScore.summary(
                cases, assignment().parts().stream().map(grading::soFar).toList());
    }

    private Assignment assignment() {
        return cases.assignment();
    }

    private synchronized Finding check(Part part, CaseSpec spec) {
        lastOutput.forget();
        CaseResult result = grading.result(part, spec);
        boolean kernel = part instanceof Part.KernelPart;
        Optional<GoldenCase> golden = kernel ? Optional.of(cases.golden(assignment(), part, spec)) : Optional.empty();
        Optional<Tensor> output = kernel ? lastOutput.get() : Optional.empty();
        return FindingText.of(part, spec, result, golden, output);
    }
}
