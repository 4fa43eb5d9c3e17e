package assay.sandbox.selfcheck;

import static java.util.Objects.requireNonNull;

import assay.core.domain.GraderFault;
import assay.core.domain.Limits;
import assay.core.domain.RunUsage;
import assay.core.port.CallOutcome;
import assay.core.port.CallOutcome.Cause;
import assay.core.port.Implementation;
import assay.core.port.KernelCall;
import assay.core.port.SandboxSession;
import assay.runner.frame.ClassFile;
import assay.runner.frame.Exhausted;
import assay.runner.frame.FromRunner;
import assay.runner.frame.Ready;
import assay.runner.frame.ToRunner;
import assay.sandbox.session.Translation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A student's classes in this very JVM, where a debugger can follow them: a sandbox that keeps nothing out. Time and output
 * are limited as in a container; an exit or a crash takes this JVM with it.
 */
final class InProcessSession implements SandboxSession {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final RunnerThread runner;
    private final Limits limits;
    private final List<Implementation> implementations;
    private boolean alive = true;
    private boolean lingering;

    private InProcessSession(RunnerThread runner, Limits limits, List<Implementation> implementations) {
        this.runner = requireNonNull(runner, "runner is null");
        this.limits = requireNonNull(limits, "limits is null");
        this.implementations = List.copyOf(implementations);
    }

    /**
     * Lets the runner load the classes.
     *
     * @throws GraderFault if that takes longer than a compilation may
     */
    static InProcessSession open(List<ClassFile> classes, Limits limits) {
        RunnerThread runner = RunnerThread.started();
        runner.say(new ToRunner.Load(classes));
        long until = System.nanoTime() + limits.compile().toNanos();
        for (long left = limits.compile().toNanos(); left > 0; left = until - System.nanoTime()) {
            Optional<FromRunner> answer = runner.hear(Duration.ofNanos(left));
            if (answer.isPresent() && answer.get() instanceof FromRunner.Loaded loaded) {
                return new InProcessSession(runner, limits, Translation.implementations(loaded));
            }
        }
        runner.giveUp();
        throw new GraderFault(
                GraderFault.Code.SANDBOX,
                "load the classes",
                "that took longer than " + limits.compile().toMillis() + " ms");
    }

    @Override
    public List<Implementation> implementations() {
        return implementations;
    }

    @Override
    public boolean alive() {
        return alive;
    }

    @Override
    public boolean lingering() {
        return lingering;
    }

    @Override
    public CallOutcome call(KernelCall call) {
        try (PrintMeter printed = PrintMeter.begin(limits.output())) {
            CallOutcome outcome = watched(call, printed);
            if (outcome instanceof CallOutcome.Killed) {
                alive = false;
            }
            return outcome;
        }
    }

    @Override
    public void close() {
        alive = false;
        runner.giveUp();
    }

    private CallOutcome watched(KernelCall call, PrintMeter printed) {
        runner.say(Translation.call(0, call));
        long start = System.nanoTime();
        Duration cpuBefore = runner.cpu();
        while (true) {
            Optional<FromRunner> answer = runner.hear(BETWEEN_LOOKS);
            RunUsage usage = new RunUsage(Duration.ofNanos(System.nanoTime() - start));
            Optional<CallOutcome> outcome = answer.flatMap(frame -> outcome(frame, usage));
            if (printed.flooded()) {
                return killed(Cause.OUTPUT, usage);
            }
            if (outcome.isPresent()) {
                return outcome.get();
            }
            if (answer.isPresent()) {
                start = System.nanoTime(); // the student's code is entered
            } else if (runner.cpu().minus(cpuBefore).compareTo(limits.caseCpu()) > 0) {
                return killed(Cause.CPU_TIME, usage);
            } else if (usage.wall().compareTo(limits.caseWall()) > 0) {
                return killed(Cause.WALL_TIME, usage);
            }
        }
    }

    private static CallOutcome killed(Cause cause, RunUsage usage) {
        return new CallOutcome.Killed(cause, "", usage, "");
    }

    private Optional<CallOutcome> outcome(FromRunner frame, RunUsage usage) {
        return switch (frame) {
            case Ready _ -> Optional.empty();
            case Exhausted _ -> Optional.of(killed(Cause.MEMORY, usage));
            case FromRunner.Loaded _ -> Optional.empty();
            case FromRunner.Started _ -> Optional.empty();
            case FromRunner.Returned returned -> {
                lingering = returned.lingering();
                yield Optional.of(Translation.returned(returned, usage, ""));
            }
            case FromRunner.Threw threw -> {
                lingering = threw.lingering();
                yield Optional.of(Translation.threw(threw, usage, ""));
            }
        };
    }
}
