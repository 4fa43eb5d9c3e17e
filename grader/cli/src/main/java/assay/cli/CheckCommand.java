package assay.cli;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.domain.Verdict;
import assay.core.intake.IntakeLimits;
import assay.core.intake.SubmissionFolder;
import assay.core.pipeline.GradingContext;
import assay.core.pipeline.GradingPipeline;
import assay.core.pipeline.GradingRequest;
import assay.core.port.GoldenSource;
import assay.core.port.Sandbox;
import assay.core.result.Grading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Checks your own solution against the public cases, in a process of its own on this machine.")
final class CheckCommand implements Callable<Integer> {
    private final Workbench bench;

    @Parameters(index = "0", paramLabel = "ASSIGNMENT", description = "its id, or the folder it is in")
    private String assignment = "";

    @Parameters(index = "1", paramLabel = "FOLDER", description = "your solution: a folder or an archive")
    private Path folder = Path.of("");

    @Option(names = "--watch", description = "check again at each save, until Ctrl-C")
    private boolean watch;

    CheckCommand(Workbench bench) {
        this.bench = requireNonNull(bench, "bench is null");
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.exists(folder)) {
            throw new UsageProblem("There is no file or folder " + folder + ".");
        }
        Assignment whole = bench.assignment(assignment);
        if (whole.trains()) {
            throw new UsageProblem("%s trains a network: 'assay train %s %s' does that and checks the rest besides."
                    .formatted(whole.id(), assignment, folder));
        }
        Assignment checked = whole.publicOnly();
        try (Sandbox sandbox = bench.processSandbox()) {
            GoldenSource goldens = bench.goldens();
            GradingContext context = GradingContext.of(checked, sandbox, goldens, Version.text());
            GradingPipeline pipeline = new GradingPipeline(sandbox, goldens);
            if (!watch) {
                return check(pipeline, context);
            }
            try (FolderWatch changes = FolderWatch.of(folder)) {
                do {
                    check(pipeline, context);
                    bench.console().say("Waiting for the next save in " + folder + " (Ctrl-C ends) ...");
                } while (changes.await());
            }
            bench.console().say(folder + " is gone.");
            return ExitCode.LOOK;
        }
    }

    private int check(GradingPipeline pipeline, GradingContext context) {
        GradingRequest request = new GradingRequest(
                context,
                SubmissionFolder.single(folder, bench.clock().instant(), IntakeLimits.standard())
                        .read());
        Grading grading = pipeline.grade(request, _ -> {});
        bench.console().out().print(CheckText.of(grading, bench.console().interactive()));
        bench.console().out().flush();
        if (grading.verdict() == Verdict.IE) {
            return ExitCode.FAULT;
        }
        return grading.verdict() == Verdict.AC ? ExitCode.DONE : ExitCode.LOOK;
    }
}
