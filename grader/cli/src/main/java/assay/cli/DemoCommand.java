package assay.cli;

import static java.util.Objects.requireNonNull;

import assay.core.batch.BatchOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Grades the sample class of an assignment, and sets up whatever is missing for it.")
final class DemoCommand implements Callable<Integer> {
    private final Workbench bench;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "ASSIGNMENT",
            defaultValue = "cs5242-hw4",
            description = "whose samples (default: ${DEFAULT-VALUE})")
    private String assignment = "";

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "assay-demo", description = "default: ${DEFAULT-VALUE}")
    private Path out = Path.of("");

    @Option(names = "--force", description = "grade again what has not changed")
    private boolean force;

    @Mixin
    private SandboxOptions sandbox = new SandboxOptions();

    DemoCommand(Workbench bench) {
        this.bench = requireNonNull(bench, "bench is null");
    }

    @Override
    public Integer call() {
        GradeJob job = new GradeJob(
                assignment,
                bench.installation().samples(bench.assignment(assignment).id()),
                out,
                Optional.empty(),
                List.of(),
                new BatchOptions(Runtime.getRuntime().availableProcessors(), force),
                false);
        int exit = new GradeFlow(bench, sandbox, new LmsOptions()).run(job);
        return exit == ExitCode.LOOK ? ExitCode.DONE : exit; // the samples are meant to hold things to look at
    }
}
