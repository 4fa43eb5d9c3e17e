package assay.cli;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.AssignmentReader;
import assay.core.port.GoldenSource;
import assay.core.port.Sandbox;
import assay.golden.misconception.Misconceptions;
import assay.golden.network.ReferenceNetworksOfSeeds;
import assay.golden.store.GoldenStore;
import assay.server.WorkerProcess;
import assay.server.queue.Ground;
import assay.server.store.DatabaseUrl;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "worker",
        mixinStandardHelpOptions = true,
        description = "Grades for a server elsewhere; needs its database and its worker token, and nothing else of it.",
        footer = "%nThe token lies in the server's data folder: secrets/worker-token.")
final class WorkerCommand implements Callable<Integer> {
    private static final int SELDOMEST = 10;

    private final Workbench bench;

    @Option(names = "--database", paramLabel = "URL", description = "the server's; or ASSAY_WORKER_DATABASE")
    private @Nullable String database;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "better as ASSAY_WORKER_TOKEN, which nobody else can see")
    private @Nullable String token;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "assay-worker",
            description = "this worker's own folder, for goldens and the secret (default: ${DEFAULT-VALUE})")
    private Path data = Path.of("");

    @Option(names = "--workers", paramLabel = "N", description = "gradings at a time (default: one a processor)")
    private int workers = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--capabilities",
            paramLabel = "LIST",
            defaultValue = "cpu",
            description = "what this host has: cpu, or cpu,gpu (default: ${DEFAULT-VALUE})")
    private String capabilities = "cpu";

    @Option(
            names = "--drain",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "how long gradings may take to end when the worker is stopped (default: ${DEFAULT-VALUE})")
    private int drain;

    @Option(
            names = "--heartbeat",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "how often it says that it is alive, 1 to 10, the same for all workers;"
                    + " after six that are missing others take over what it holds (default: ${DEFAULT-VALUE})")
    private int heartbeat;

    @Mixin
    private SandboxOptions sandbox = new SandboxOptions();

    WorkerCommand(Workbench bench) {
        this.bench = requireNonNull(bench, "bench is null");
    }

    @Override
    public Integer call() throws InterruptedException {
        if (workers < 1 || drain < 0) {
            throw new UsageProblem("--workers must be at least 1, and --drain not negative.");
        }
        if (heartbeat < 1 || heartbeat > SELDOMEST) {
            throw new UsageProblem("--heartbeat must be 1 to " + SELDOMEST + ".");
        }
        DatabaseUrl url = url(given(database, "ASSAY_WORKER_DATABASE", "--database"));
        String secret = given(token, "ASSAY_WORKER_TOKEN", "--token");
        ServiceLog.set(false);
        Stop stop = Stop.atShutdown(bench.console());
        Path secrets = data.resolve("secrets");
        WorkerProcess worker = WorkerProcess.join(
                url,
                secret,
                secrets,
                new AssignmentReader(Misconceptions.names(), ReferenceNetworksOfSeeds.known()),
                bench.clock());
        stop.closes(worker);
        Sandbox opened = bench.sandbox(sandbox);
        stop.closes(opened);
        LazyTrainings trainings = new LazyTrainings(bench, sandbox);
        stop.closes(trainings);
        CountDownLatch left = new CountDownLatch(1);
        GoldenSource goldens = GoldenStore.in(data.resolve("goldens"), secrets);
        worker.grade(
                new Ground(opened, goldens, trainings, Version.text(), bench.floor(sandbox, opened)),
                workers,
                has(),
                Duration.ofSeconds(heartbeat),
                Duration.ofSeconds(drain),
                reason -> {
                    bench.console().say("This worker leaves, since grading broke again and again: " + reason);
                    left.countDown();
                });
        bench.console().out().println("Grading begins, for " + url + ".");
        left.await();
        return ExitCode.FAULT;
    }

    private Set<String> has() {
        Set<String> words = new TreeSet<>(Arrays.asList(capabilities.split("\\s*,\\s*")));
        if (!Set.of("cpu", "gpu").containsAll(words)) {
            throw new UsageProblem(
                    "--capabilities must be cpu, gpu or both with a comma, but is " + capabilities + ".");
        }
        return words;
    }

    private String given(@Nullable String flag, String variable, String name) {
        String value = flag == null ? bench.environment().getOrDefault(variable, "") : flag;
        if (value.isBlank()) {
            throw new UsageProblem("The worker needs " + name + ", or " + variable + " in the environment.");
        }
        return value.strip();
    }

    private static DatabaseUrl url(String text) {
        try {
            return DatabaseUrl.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageProblem("--database: " + e.getMessage() + ".");
        }
    }
}
