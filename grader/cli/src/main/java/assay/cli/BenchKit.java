package assay.cli;

import static java.util.Objects.requireNonNull;

import assay.cli.SandboxOptions.SandboxKind;
import assay.cli.bench.BenchTools;
import assay.cli.bench.ClassRun;
import assay.cli.bench.Guard;
import assay.cli.bench.StarterSources;
import assay.core.assignment.Assignment;
import assay.core.batch.ClassGrading;
import assay.core.port.Sandbox;
import java.nio.file.Path;
import java.util.Map;

/** What this installation measures with, and Ctrl-C meanwhile. */
final class BenchKit {
    private final Workbench bench;
    private final SandboxOptions sandbox;

    BenchKit(Workbench bench, SandboxOptions sandbox) {
        this.bench = requireNonNull(bench, "bench is null");
        this.sandbox = requireNonNull(sandbox, "sandbox is null");
    }

    /**
     * For every way, whichever sandbox was asked for.
     *
     * @param folder of the assignment
     */
    BenchTools tools(Assignment read, Path folder) {
        Installation installation = bench.installation();
        return new BenchTools(
                Map.of(
                        "docker",
                        () -> bench.sandbox(sandbox.in(SandboxKind.DOCKER)),
                        "oci",
                        () -> bench.sandbox(sandbox.in(SandboxKind.OCI)),
                        BenchTools.PROCESS,
                        bench::processSandbox),
                Map.of(
                        "docker",
                        () -> bench.coldSandbox(sandbox.in(SandboxKind.DOCKER)),
                        "oci",
                        () -> bench.coldSandbox(sandbox.in(SandboxKind.OCI)),
                        BenchTools.PROCESS,
                        bench::processSandbox),
                this::guard,
                () -> bench.containers().endpoint(sandbox),
                new StarterSources(installation.starter(read.id()), folder.resolve("statement.md")),
                installation.junitConsole(),
                installation.root().resolve("mvnw"),
                Version.text());
    }

    /** In the sandbox that was asked for. */
    ClassRun run(Assignment read) {
        return new ClassRun(read, () -> bench.sandbox(sandbox), this::guard, Version.text());
    }

    private Guard guard(ClassGrading grading, Sandbox opened) {
        StopOnInterrupt interrupt = StopOnInterrupt.of(opened, bench.console());
        interrupt.stopsBy(grading::stop);
        return interrupt::close;
    }
}
