package assay.cli;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.assignment.Part;
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
import assay.core.result.Grading;
import assay.core.result.PartResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Trains the network of your own solution on this machine and says what it would earn; with"
                + " --weights, grades weights that are trained already.")
final class TrainCommand implements Callable<Integer> {
    private static final long MOST_BYTES = 64L << 20;

    private final Workbench bench;

    @Parameters(index = "0", paramLabel = "ASSIGNMENT", description = "its id, or the folder it is in")
    private String assignment = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FOLDER",
            description = "your solution: a folder or an archive; not needed with --weights")
    private @Nullable Path folder;

    @Option(names = "--weights", paramLabel = "FILE", description = "a safetensors file, graded in seconds")
    private @Nullable Path weights;

    @Option(names = "--keep", paramLabel = "FILE", description = "keep the weights of the last epoch in this file")
    private @Nullable Path keep;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description =
                    "start from this seed rather than the one that grading takes, to see what else may come of it")
    private @Nullable Long seed;

    @Option(
            names = "--part",
            split = ",",
            paramLabel = "ID",
            description = "train these parts alone, with what they begin with or are compared with")
    private List<String> only = List.of();

    @Option(names = "--docker", description = "train in a container, as grading does, rather than in a process")
    private boolean docker;

    TrainCommand(Workbench bench) {
        this.bench = requireNonNull(bench, "bench is null");
    }

    @Override
    public Integer call() throws IOException {
        Assignment whole = bench.assignment(assignment);
        if (!whole.trains()) {
            throw new UsageProblem(
                    "%s trains nothing: 'assay check %s FOLDER' checks its kernels.".formatted(whole.id(), assignment));
        }
        if (weights != null) {
            bench.requireData(whole, false);
            return gradeWeights(whole, weights);
        }
        Path solution = folder;
        if (solution == null || !Files.exists(solution)) {
            throw new UsageProblem(
                    solution == null
                            ? "Which FOLDER, or which --weights?"
                            : "There is no file or folder " + solution + ".");
        }
        Assignment home = HomeParts.of(whole, only);
        bench.requireData(home, true);
        return train(home, solution);
    }

    private int train(Assignment home, Path solution) {
        SandboxOptions options = new SandboxOptions();
        try (Sandbox sandbox = bench.processSandbox();
                TrainingGround ground = docker ? bench.trainingGround(options) : bench.processTrainingGround()) {
            GoldenSource goldens = bench.goldens();
            Trainings trainings = Trainings.of(kept(seeded(ground)), bench.networks());
            GradingContext context = GradingContext.of(home, sandbox, goldens, trainings, Version.text());
            GradingRequest request = new GradingRequest(
                    context,
                    SubmissionFolder.single(solution, bench.clock().instant(), IntakeLimits.standard())
                            .read());
            Grading grading = new GradingPipeline(sandbox, goldens, trainings)
                    .grade(request, new TrainingProgress(bench.console())::show);
            boolean kernels = home.parts().stream().anyMatch(Part.KernelPart.class::isInstance);
            bench.console()
                    .out()
                    .print(CheckText.ofTraining(
                            grading, kernels, bench.console().interactive()));
            return exit(grading.parts(), grading.verdict());
        }
    }

    private TrainingGround seeded(TrainingGround ground) {
        return seed == null ? ground : new SeededGround(ground, seed);
    }

    private TrainingGround kept(TrainingGround ground) {
        return keep == null ? ground : new KeepingGround(ground, keep);
    }

    private int gradeWeights(Assignment whole, Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
            throw new UsageProblem(
                    Files.exists(file)
                            ? "%s is no file of at most %d MiB.".formatted(file, MOST_BYTES >> 20)
                            : "There is no file " + file + ".");
        }
        try (Sandbox sandbox = bench.processSandbox()) {
            Trainings trainings = Trainings.of(TrainingGround.none(), bench.networks());
            List<PartResult> parts = new GradingPipeline(sandbox, bench.goldens(), trainings)
                    .weights(whole, "weights", Files.readAllBytes(file));
            bench.console().out().print(CheckText.of(parts, bench.console().interactive()));
            bench.console().out().flush();
            boolean good = parts.stream()
                    .flatMap(part -> part.cases().stream())
                    .allMatch(result -> result.verdict() == Verdict.AC || result.verdict() == Verdict.SK);
            return good ? ExitCode.DONE : ExitCode.LOOK;
        }
    }

    private int exit(List<PartResult> parts, Verdict verdict) {
        bench.console().out().println();
        parts.forEach(part -> bench.console()
                .out()
                .println("%s: %s of %s points".formatted(part.title(), part.earned(), part.maximum())));
        bench.console().out().flush();
        if (verdict == Verdict.IE) {
            return ExitCode.FAULT;
        }
        return verdict == Verdict.AC ? ExitCode.DONE : ExitCode.LOOK;
    }
}
