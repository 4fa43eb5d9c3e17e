package assay.cli;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.assignment.Part;
import assay.core.assignment.Part.TrainingPart;
import assay.core.domain.Points;
import assay.core.domain.Verdict;
import assay.core.intake.IntakeLimits;
import assay.core.intake.SubmissionFolder;
import assay.core.pipeline.GradingContext;
import assay.core.pipeline.GradingPipeline;
import assay.core.pipeline.GradingRequest;
import assay.core.pipeline.Trainings;
import assay.core.port.GoldenSource;
import assay.core.port.Sandbox;
import assay.core.port.TrainingGround;
import assay.core.publish.FreeAnswers;
import assay.core.publish.PublishingCheck;
import assay.core.report.text.Words;
import assay.core.result.Grading;
import assay.core.result.PartResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Says whether an assignment can be published: no case may accept a null answer (zeros, ones, the mean,"
                        + " a copy of the input, noise), the solution must earn every point and the starter none. Networks are"
                        + " looked at, and trained with --train.")
final class AssignmentCheckCommand implements Callable<Integer> {
    private final Workbench bench;

    @Parameters(index = "0", paramLabel = "ASSIGNMENT", description = "its id, or the folder it is in")
    private String assignment = "";

    @Option(names = "--solution", paramLabel = "DIR", description = "default: the sample named solution")
    private @Nullable Path solution;

    @Option(names = "--starter", paramLabel = "DIR", description = "default: submissions/starter/ID")
    private @Nullable Path starter;

    @Option(names = "--train", description = "train the solution's networks too, which may take hours")
    private boolean train;

    AssignmentCheckCommand(Workbench bench) {
        this.bench = requireNonNull(bench, "bench is null");
    }

    @Override
    public Integer call() {
        Assignment whole = bench.assignment(assignment);
        Assignment checked = train ? whole : untrained(whole);
        bench.requireData(checked, true);
        GoldenSource goldens = bench.goldens();
        List<String> problems = new ArrayList<>();
        new PublishingCheck(goldens).nullAnswers(checked).forEach(problem -> problems.add(problem.toString()));
        FreeAnswers.of(checked).forEach(problem -> problems.add(problem.toString()));
        try (Sandbox sandbox = bench.processSandbox();
                TrainingGround ground = checked.trains() ? bench.processTrainingGround() : TrainingGround.none()) {
            Trainings trainings = checked.trains() ? Trainings.of(ground, bench.networks()) : Trainings.none();
            Path solved = solution == null
                    ? bench.installation().samples(checked.id()).resolve("solution")
                    : solution;
            Path started = starter == null ? bench.installation().starter(checked.id()) : starter;
            problems.addAll(solutionProblems(checked, solved, grade(checked, solved, sandbox, goldens, trainings)));
            problems.addAll(starterProblems(started, grade(checked, started, sandbox, goldens, trainings)));
        }
        problems.forEach(problem -> bench.console().out().println(problem));
        if (!whole.points().equals(checked.points())) {
            bench.console()
                    .out()
                    .println(
                            "Not looked at is what training comes to, %s of %s points; --train trains the solution for it."
                                    .formatted(whole.points().minus(checked.points()), whole.points()));
        }
        bench.console()
                .out()
                .println(
                        problems.isEmpty()
                                ? "%s can be published: %s points in %d parts, nothing to object to."
                                        .formatted(
                                                whole.id(),
                                                whole.points(),
                                                whole.parts().size())
                                : "%s cannot be published: %s."
                                        .formatted(checked.id(), Words.plural(problems.size(), "problem", "problems")));
        return problems.isEmpty() ? ExitCode.DONE : ExitCode.LOOK;
    }

    /** Each network is made and tried, and none is trained. */
    private static Assignment untrained(Assignment whole) {
        return whole.with(whole.parts().stream()
                .flatMap(part -> part instanceof TrainingPart training
                        ? training.untrained().map(Part.class::cast).stream()
                        : Stream.of(part))
                .toList());
    }

    private Grading grade(
            Assignment assignment, Path folder, Sandbox sandbox, GoldenSource goldens, Trainings trainings) {
        if (!Files.exists(folder)) {
            throw new UsageProblem("There is no folder " + folder + ".");
        }
        GradingContext context = GradingContext.of(assignment, sandbox, goldens, trainings, Version.text());
        GradingRequest request = new GradingRequest(
                context,
                SubmissionFolder.single(folder, bench.clock().instant(), IntakeLimits.standard())
                        .read());
        return new GradingPipeline(sandbox, goldens, trainings).grade(request, _ -> {});
    }

    private static List<String> solutionProblems(Assignment assignment, Path folder, Grading grading) {
        if (!grading.problem().isEmpty()) {
            return notGraded("The solution in %s is not graded: %s".formatted(folder, grading.problem()), grading);
        }
        List<String> problems = new ArrayList<>();
        for (PartResult part : grading.parts()) {
            part.cases().stream()
                    .filter(result -> !fine(result.verdict()))
                    .map(result -> "The solution fails %s, case %s: %s %s"
                            .formatted(part.id(), result.id(), result.verdict(), result.message()))
                    .forEach(problems::add);
            if (!fine(part.verdict()) && problems.isEmpty()) {
                problems.add("The solution fails %s: %s %s".formatted(part.id(), part.verdict(), part.note()));
            }
        }
        Points asked = assignment.points().minus(grading.pending());
        if (problems.isEmpty() && !grading.score().raw().equals(asked)) {
            problems.add("The solution earns %s of %s points."
                    .formatted(grading.score().raw(), asked));
        }
        return problems;
    }

    /** With what the compiler said, if it was the compiler. */
    private static List<String> notGraded(String problem, Grading grading) {
        Stream<String> compiler = grading.compiler().stream()
                .map(said -> "  %s:%d: %s".formatted(said.path(), said.line(), said.message()));
        return List.of(Stream.concat(Stream.of(problem), compiler).collect(Collectors.joining(System.lineSeparator())));
    }

    /** What a person grades is nothing that can be checked. */
    private static boolean fine(Verdict verdict) {
        return verdict == Verdict.AC || verdict == Verdict.PD;
    }

    private static List<String> starterProblems(Path folder, Grading grading) {
        if (!grading.problem().isEmpty() && grading.verdict() != Verdict.CE) {
            return notGraded("The starter in %s is not graded: %s".formatted(folder, grading.problem()), grading);
        }
        return grading.score().raw().equals(Points.ZERO) && grading.verdict() != Verdict.CE
                ? List.of()
                : notGraded(
                        "The starter must compile and earn nothing, but it has verdict %s and earns %s points."
                                .formatted(grading.verdict(), grading.score().raw()),
                        grading);
    }
}
