package assay.cli;

import static java.util.Objects.requireNonNull;

import assay.cli.SandboxOptions.SandboxKind;
import assay.cli.bench.Proc;
import assay.cli.bench.training.PlainLoop;
import assay.cli.bench.training.TrainingBench;
import assay.cli.bench.training.TrainingJson;
import assay.cli.bench.training.TrainingReport;
import assay.cli.bench.training.TrainingSettings;
import assay.cli.bench.training.TrainingText;
import assay.cli.bench.training.TrainingTools;
import assay.core.assignment.Assignment;
import assay.core.assignment.Part.TrainingPart;
import assay.core.assignment.TrainingSpec;
import assay.core.domain.SourceFile;
import assay.core.intake.Intake;
import assay.core.intake.IntakeLimits;
import assay.core.intake.SubmissionFolder;
import assay.core.port.TrainingGround;
import assay.sandbox.train.TrainerKit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.commons.io.file.PathUtils;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "training",
        mixinStandardHelpOptions = true,
        description =
                "Trains one solution from several seeds and measures what comes of it; then how many images a second"
                        + " the trainer takes, beside a plain loop in DJL.",
        footer = "%nNeeds Linux and the assignment's data (assay data fetch); the machine should be idle otherwise. The"
                + " code runs as you: only for a solution that you trust.")
final class BenchTrainingCommand implements Callable<Integer> {
    private final Workbench bench;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "ASSIGNMENT",
            defaultValue = "cs5242-hw4-training",
            description = "one that trains (default: ${DEFAULT-VALUE})")
    private String assignment = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FOLDER",
            description = "the solution (default: the sample named solution)")
    private @Nullable Path folder;

    @Option(
            names = "--seeds",
            split = ",",
            paramLabel = "N",
            defaultValue = "1,2,3,4,5",
            description = "one training each (default: ${DEFAULT-VALUE})")
    private List<Long> seeds = List.of();

    @Option(names = "--no-seeds", description = "measure speed alone")
    private boolean noSeeds;

    @Option(
            names = "--ways",
            split = ",",
            paramLabel = "process|docker|oci",
            defaultValue = "process",
            description = "where the trainer runs: speed is measured in each, and the seeds are trained in the first"
                    + " (default: ${DEFAULT-VALUE})")
    private List<String> ways = List.of();

    @Option(
            names = "--images",
            paramLabel = "N",
            defaultValue = "12800",
            description = "of an epoch where speed is measured; 0 leaves that out (default: ${DEFAULT-VALUE})")
    private int images;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "how often speed is measured, the ways in turn (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--json", paramLabel = "FILE", description = "write the figures to this file too")
    private @Nullable Path json;

    @Mixin
    private SandboxOptions sandbox = new SandboxOptions();

    BenchTrainingCommand(Workbench bench) {
        this.bench = requireNonNull(bench, "bench is null");
    }

    @Override
    public Integer call() throws IOException {
        TrainingSettings settings = settings();
        Proc proc = Proc.ofThisMachine();
        if (!proc.isThere()) {
            throw new UsageProblem("There is no /proc to read processor times from: assay bench needs Linux.");
        }
        Assignment read = bench.assignment(assignment);
        TrainingSpec spec = read.parts().stream()
                .filter(TrainingPart.class::isInstance)
                .map(part -> ((TrainingPart) part).spec())
                .findFirst()
                .orElseThrow(() -> new UsageProblem(read.id() + " trains nothing."));
        List<SourceFile> sources = sources(read);
        Path work = Files.createTempDirectory("assay-bench-training");
        try {
            TrainingReport report = new TrainingBench(proc, settings, tools(settings, spec, work), bench.console()::say)
                    .measure(read, spec, sources);
            bench.console().out().print(TrainingText.of(report));
            bench.console().out().flush();
            if (json != null) {
                Files.writeString(json, TrainingJson.of(report));
            }
            return ExitCode.DONE;
        } finally {
            PathUtils.deleteDirectory(work);
        }
    }

    private TrainingSettings settings() {
        try {
            return new TrainingSettings(ways, noSeeds ? List.of() : seeds, images, rounds);
        } catch (IllegalArgumentException e) {
            throw new UsageProblem("--" + e.getMessage() + ".");
        }
    }

    private List<SourceFile> sources(Assignment read) {
        Path solution = folder == null ? bench.installation().samples(read.id()).resolve("solution") : folder;
        return switch (SubmissionFolder.single(solution, bench.clock().instant(), IntakeLimits.standard())
                .read()) {
            case Intake.Accepted accepted -> accepted.submission().sources();
            case Intake.Refused refused -> throw new UsageProblem(refused.reason());
        };
    }

    private TrainingTools tools(TrainingSettings settings, TrainingSpec spec, Path work) {
        TrainingData all = TrainingData.of(bench.data());
        TrainingData few = all.first(settings.images(), work);
        return new TrainingTools(
                way -> ground(way, all),
                way -> ground(way, few),
                () -> new PlainLoop(
                        Path.of(System.getProperty("java.home")),
                        TrainerKit.ofThisProgram(),
                        few.prepared(spec.data()),
                        few.of(spec.data()),
                        work),
                bench.networks());
    }

    private TrainingGround ground(String way, TrainingData data) {
        return bench.trainingGround(sandbox.in(SandboxKind.valueOf(way.toUpperCase(Locale.ROOT))), data);
    }
}
