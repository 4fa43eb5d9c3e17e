package assay.cli;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.domain.GraderFault;
import assay.core.manual.MarksCsv;
import assay.core.result.Grading;
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
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes the texts and their rubric as a CSV file, a row an item, to fill in points and comment.")
final class ManualExportCommand implements Callable<Integer> {
    private final Workbench bench;

    @Parameters(index = "0", paramLabel = "ASSIGNMENT", description = "its id, or the folder it is in")
    private String assignment = "";

    @Parameters(index = "1", paramLabel = "RESULTS", description = "the folder that 'assay grade' wrote into")
    private Path results = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", description = "default: ID-manual.csv")
    private @Nullable Path out;

    ManualExportCommand(Workbench bench) {
        this.bench = requireNonNull(bench, "bench is null");
    }

    @Override
    public Integer call() {
        Assignment graded = bench.assignment(assignment);
        ManualResults folder = ManualResults.in(results, graded);
        List<Grading> gradings = folder.gradings();
        Path file = (out == null ? Path.of(graded.id() + "-manual.csv") : out).toAbsolutePath();
        try {
            Files.write(file, new MarksCsv(graded).write(gradings, folder.marks()));
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.REPORT, "write " + file, e);
        }
        bench.console().out().println(file.normalize());
        return ExitCode.DONE;
    }
}
