package assay.cli;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.assignment.AssignmentReader;
import assay.core.assignment.AssignmentReading;
import assay.core.port.GoldenSource;
import assay.core.port.Sandbox;
import assay.core.yaml.Problem;
import assay.golden.misconception.Misconceptions;
import assay.golden.store.GoldenStore;
import assay.sandbox.process.ProcessSandbox;
import java.time.InstantSource;
import java.util.List;
import java.nio.file.Path;

/** What commands work with: this is where the rooms of the house are wired together. */
final class Workbench {
    private final Installation installation;
    private final Console console;
    private final InstantSource clock;

    Workbench(Installation installation, Console console, InstantSource clock) {
        this.installation = requireNonNull(installation, "installation is null");
        this.console = requireNonNull(console, "console is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    Installation installation() {
        return installation;
    }

    Console console() {
        return console;
    }

    InstantSource clock() {
        return clock;
    }

    /** The assignment, read and checked; every problem with its file becomes the command's. */
    Assignment assignment(String idOrPath) {
        Path folder = installation.assignment(idOrPath);
        return switch (new AssignmentReader(Misconceptions.names()).read(folder)) {
            case AssignmentReading.Read(Assignment assignment) -> assignment;
            case AssignmentReading.Invalid(List<Problem> problems) ->
                throw new UsageProblem(problems.stream().map(Problem::toString).toList());
        };
    }

    GoldenSource goldens() {
        return GoldenStore.in(installation.cache().resolve("goldens"), installation.config());
    }

    Sandbox processSandbox() {
        return ProcessSandbox.open();
    }

    Sandbox sandbox(SandboxOptions options) {
        return ProcessSandbox.open();
    }
}
