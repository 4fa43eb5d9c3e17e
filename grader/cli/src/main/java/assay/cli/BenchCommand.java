package assay.cli;

import static java.util.Objects.requireNonNull;

import assay.cli.bench.Bench;
import assay.cli.bench.BenchJson;
import assay.cli.bench.BenchReport;
import assay.cli.bench.BenchSettings;
import assay.cli.bench.BenchText;
import assay.cli.bench.BenchTools;
import assay.cli.bench.Determinism;
import assay.cli.bench.Proc;
import assay.core.assignment.Assignment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.commons.io.file.PathUtils;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        subcommands = BenchTrainingCommand.class,
        description =
                "Measures what grading costs on this machine, beside the plain way: for each submission one docker"
                        + " run, with javac and the JUnit console in it.",
        footer = "%nAlso beside a Maven build for each, and beside the floor: one warm JVM without any sandbox. Needs"
                + " Linux, and for the plain way the docker command; the machine should be idle otherwise.")
final class BenchCommand implements Callable<Integer> {
    private final Workbench bench;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "ASSIGNMENT",
            defaultValue = "cs5242-hw4",
            description = "whose samples (default: ${DEFAULT-VALUE})")
    private String assignment = "";

    @Option(
            names = "--ways",
            split = ",",
            paramLabel = "WAY",
            defaultValue = "floor,docker,oci,plain,maven",
            description = "which ways are measured, in that order (default: ${DEFAULT-VALUE})")
    private List<String> ways = List.of();

    @Option(
            names = "--submissions",
            split = ",",
            paramLabel = "N",
            defaultValue = "100",
            description = "sizes of the classes, the samples over and over, e.g. 1,10,100,1000 (default:"
                    + " ${DEFAULT-VALUE})")
    private List<Integer> submissions = List.of();

    @Option(
            names = "--plain",
            paramLabel = "N",
            defaultValue = "20",
            description = "how many are graded the plain way at most (default: ${DEFAULT-VALUE})")
    private int plain;

    @Option(
            names = "--maven",
            paramLabel = "N",
            defaultValue = "4",
            description = "how many are built with Maven at most (default: ${DEFAULT-VALUE})")
    private int maven;

    @Option(
            names = "--single",
            paramLabel = "N",
            defaultValue = "20",
            description = "how often one is graded alone, for the time that one waits (default: ${DEFAULT-VALUE})")
    private int single;

    @Option(
            names = "--jobs",
            split = ",",
            paramLabel = "N",
            description = "submissions at a time, each size with each, e.g. 1,2 (default: one a processor)")
    private List<Integer> jobs = List.of(Runtime.getRuntime().availableProcessors());

    @Option(
            names = "--all",
            description = "take the samples too that run into a time, memory or output limit by design")
    private boolean all;

    @Option(names = "--json", paramLabel = "FILE", description = "write the figures to this file too")
    private @Nullable Path json;

    @Option(
            names = "--determinism",
            description =
                    "rather than measuring, grade the samples twice, the second time with every processor kept busy,"
                            + " and compare the grades")
    private boolean determinism;

    @Mixin
    private SandboxOptions sandbox = new SandboxOptions();

    BenchCommand(Workbench bench) {
        this.bench = requireNonNull(bench, "bench is null");
    }

    @Override
    public Integer call() throws IOException {
        BenchSettings settings = settings();
        Path work = Files.createTempDirectory("assay-bench");
        try {
            return determinism ? compare(settings.mostJobs(), work) : measure(settings, work);
        } finally {
            PathUtils.deleteDirectory(work);
        }
    }

    private BenchKit kit() {
        return new BenchKit(bench, sandbox);
    }

    private BenchSettings settings() {
        try {
            return new BenchSettings(ways, submissions, jobs, plain, maven, single, all);
        } catch (IllegalArgumentException e) {
            throw new UsageProblem("--" + e.getMessage() + ".");
        }
    }

    private int measure(BenchSettings settings, Path work) throws IOException {
        Proc proc = Proc.ofThisMachine();
        if (!proc.isThere()) {
            throw new UsageProblem("There is no /proc to read processor times from: assay bench needs Linux.");
        }
        Installation installation = bench.installation();
        Assignment read = bench.assignment(assignment);
        List<Assignment> others = installation.known().stream()
                .filter(id -> !id.equals(read.id()))
                .map(bench::assignment)
                .toList();
        BenchTools tools = kit().tools(read, installation.assignment(assignment));
        BenchReport report = new Bench(proc, read, settings, tools, bench.console()::say)
                .measure(others, installation.samples(read.id()), work);
        bench.console().out().print(BenchText.of(report));
        bench.console().out().flush();
        if (json != null) {
            Files.writeString(json, BenchJson.of(report));
        }
        return ExitCode.DONE;
    }

    private int compare(int atATime, Path work) {
        Assignment read = bench.assignment(assignment);
        Determinism.Result result = new Determinism(kit().run(read), bench.goldens(), bench.console()::say)
                .compare(bench.installation().samples(read.id()), atATime, work);
        result.differences().forEach(bench.console().out()::println);
        bench.console()
                .out()
                .println("grades.csv is %s; %d of %d verdicts differ."
                        .formatted(
                                result.sameTable() ? "the same to the byte" : "not the same",
                                result.differences().size(),
                                result.verdicts()));
        return result.same() ? ExitCode.DONE : ExitCode.LOOK;
    }
}
