package assay.cli;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.assignment.AssignmentPreview;
import assay.core.domain.GraderFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "preview",
        mixinStandardHelpOptions = true,
        description = "Shows what a student will see: the statement, the parts and their public cases and questions.")
final class AssignmentPreviewCommand implements Callable<Integer> {
    private final Workbench bench;

    @Parameters(index = "0", paramLabel = "ASSIGNMENT", description = "its id, or the folder it is in")
    private String assignment = "";

    @Option(names = "--no-statement", description = "leave the statement out")
    private boolean noStatement;

    AssignmentPreviewCommand(Workbench bench) {
        this.bench = requireNonNull(bench, "bench is null");
    }

    @Override
    public Integer call() {
        Assignment read = bench.assignment(assignment);
        if (!noStatement) {
            bench.console().out().println(statement(bench.installation().assignment(assignment)));
        }
        bench.console().out().print(AssignmentPreview.of(read));
        bench.console().out().flush();
        return ExitCode.DONE;
    }

    private static String statement(Path folder) {
        Path file = folder.resolve("statement.md");
        if (!Files.isRegularFile(file)) {
            throw new UsageProblem("There is no " + file + "; students read it first.");
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.STORAGE, "read " + file, e);
        }
    }
}
