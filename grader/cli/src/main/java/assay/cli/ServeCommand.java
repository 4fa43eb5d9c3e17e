package assay.cli;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.AssignmentReader;
import assay.core.port.GoldenSource;
import assay.core.port.Sandbox;
import assay.golden.misconception.Misconceptions;
import assay.golden.network.ReferenceNetworksOfSeeds;
import assay.golden.store.GoldenStore;
import assay.server.AssayServer;
import assay.server.config.ConfigReader;
import assay.server.config.ConfigReading;
import assay.server.config.ServerConfig;
import assay.server.queue.Ground;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Runs the service of a course: takes submissions, grades them and shows the results.",
        footer = "%nEach flag can also be a key of the file, or a variable ASSAY_SERVE_KEY of the environment.")
final class ServeCommand implements Callable<Integer> {
    private final Workbench bench;

    @Option(names = "--config", paramLabel = "FILE", description = "YAML, one key a line; flags win over it")
    private @Nullable Path config;

    @Option(names = "--admin-link", description = "print a new link that signs the administrator in")
    private boolean adminLink;

    @Mixin
    private ServerOptions options = new ServerOptions();

    @Mixin
    private SandboxOptions sandbox = new SandboxOptions();

    ServeCommand(Workbench bench) {
        this.bench = requireNonNull(bench, "bench is null");
    }

    @Override
    public Integer call() throws InterruptedException {
        ServerConfig read = config();
        ServiceLog.set(read.jsonLog());
        Stop stop = Stop.atShutdown(bench.console());
        AssayServer server = AssayServer.start(
                read, new AssignmentReader(Misconceptions.names(), ReferenceNetworksOfSeeds.known()), bench.clock());
        stop.closes(server);
        Likeness likeness = new Likeness(bench.installation());
        server.compare(likeness.comparer(read.jplag()), likeness::starter);
        bench.console().out().println("Assay answers at " + server.address());
        server.adminLink(adminLink)
                .ifPresent(link ->
                        bench.console().out().println("Sign in as administrator, once and within a day: " + link));
        if (read.workers() > 0) {
            Sandbox opened = bench.sandbox(sandbox);
            stop.closes(opened);
            GoldenSource goldens = GoldenStore.in(read.data().resolve("goldens"), read.secrets());
            LazyTrainings trainings = new LazyTrainings(bench, sandbox);
            stop.closes(trainings);
            server.grade(
                    new Ground(opened, goldens, trainings, Version.text(), bench.floor(sandbox, opened)),
                    reason -> bench.console()
                            .say("Grading broke again and again, so this process grades no more: " + reason));
            bench.console().out().println("Grading begins.");
        }
        stop.await();
        return ExitCode.DONE;
    }

    private ServerConfig config() {
        return switch (ConfigReader.read(Optional.ofNullable(config), bench.environment(), options.flags())) {
            case ConfigReading.Read(ServerConfig read) -> read;
            case ConfigReading.Invalid(List<String> problems) -> throw new UsageProblem(problems);
        };
    }
}
