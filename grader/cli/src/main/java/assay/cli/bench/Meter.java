package assay.cli.bench;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** Runs from its making; can be read any number of times. */
final class Meter {
    private final Proc proc;
    private final long wall = System.nanoTime();
    private final Duration machine;
    private final Duration own;
    private final Duration tree;

    private Meter(Proc proc) {
        this.proc = requireNonNull(proc, "proc is null");
        this.machine = proc.machineBusy();
        this.own = ownTime();
        this.tree = proc.treeBusy();
    }

    static Meter start(Proc proc) {
        return new Meter(proc);
    }

    Usage read() {
        return new Usage(
                Duration.ofNanos(System.nanoTime() - wall),
                proc.machineBusy().minus(machine),
                ownTime().minus(own),
                proc.treeBusy().minus(tree));
    }

    private static Duration ownTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
