package assay.cli;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.starter.StarterZip;
import assay.sandbox.selfcheck.SelfCheck;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "starter",
        mixinStandardHelpOptions = true,
        description = "Packs the project that students start from, with the public goldens, as a zip.")
final class AssignmentStarterCommand implements Callable<Integer> {
    private final Workbench bench;

    @Parameters(index = "0", paramLabel = "ASSIGNMENT", description = "its id, or the folder it is in")
    private String assignment = "";

    @Option(names = "--out", paramLabel = "FILE", description = "default: ID-starter.zip")
    private @Nullable Path out;

    AssignmentStarterCommand(Workbench bench) {
        this.bench = requireNonNull(bench, "bench is null");
    }

    @Override
    public Integer call() {
        Path folder = bench.installation().assignment(assignment);
        Assignment read = bench.assignment(assignment);
        Path zip = out == null ? Path.of(read.id() + "-starter.zip") : out;
        new StarterZip(SelfCheck.class)
                .write(
                        read,
                        bench.goldens(),
                        bench.installation().starter(read.id()),
                        folder.resolve("statement.md"),
                        zip);
        bench.console().out().println(zip.toAbsolutePath().normalize());
        return ExitCode.DONE;
    }
}
