package assay.cli;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.starter.StarterZip;
import assay.sandbox.selfcheck.SelfCheck;
import assay.sandbox.train.TrainerKit;
import java.nio.file.Files;
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

    @Option(names = "--out", paramLabel = "FILE", description = "a file or a folder; default: ID-starter.zip")
    private @Nullable Path out;

    AssignmentStarterCommand(Workbench bench) {
        this.bench = requireNonNull(bench, "bench is null");
    }

    @Override
    public Integer call() {
        Path folder = bench.installation().assignment(assignment);
        Assignment read = bench.assignment(assignment);
        Path zip = zip(read.id() + "-starter.zip");
        new StarterZip(SelfCheck.class, TrainerKit.API_CLASSES)
                .write(
                        read,
                        bench.goldens(),
                        bench.installation().starter(read.id()),
                        folder.resolve("statement.md"),
                        zip);
        bench.console().out().println(zip.toAbsolutePath().normalize());
        return ExitCode.DONE;
    }

    private Path zip(String name) {
        Path zip = (out == null ? Path.of(name) : Files.isDirectory(out) ? out.resolve(name) : out).toAbsolutePath();
        Path folder = zip.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UsageProblem("--out: there is no folder " + folder + ".");
        }
        return zip;
    }
}
