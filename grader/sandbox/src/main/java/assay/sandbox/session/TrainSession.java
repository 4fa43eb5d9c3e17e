package assay.sandbox.session;

import assay.core.assignment.TrainingSpec;
import assay.core.domain.DataSize;
import assay.core.port.CallOutcome.Cause;
import assay.core.port.TrainingRun;
import assay.core.port.TrainingRun.Announced;
import assay.core.port.TrainingRun.End;
import assay.core.port.TrainingRun.Epoch;
import assay.core.port.TrainingWatcher;
import assay.runner.frame.Exhausted;
import assay.runner.frame.FromTrainer;
import assay.runner.frame.Ready;
import assay.runner.frame.ToTrainer;
import assay.sandbox.jail.Ending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One task in one jail, from the order to its end. To be used once. */
final class TrainSession {
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);
    private static final DataSize PRINTED = DataSize.ofMebibytes(1);
    private static final Pattern NATIVE_WARNING =
            Pattern.compile("^\\[W\\d+ [^\\]\\n]*\\.(?:h|cpp):\\d+\\] Warning: .*\\R?", Pattern.MULTILINE);

    private final Line<FromTrainer> line;
    private final TrainingSpec spec;
    private final boolean gpu;
    private final Allowance allowed;
    private final TrainingWatcher watcher;
    private final Runnable checkOpen;
    private final List<Epoch> epochs = new ArrayList<>();
    private Optional<Announced> announced = Optional.empty();
    private long epochStart;
    private long until;

    /**
     * @param gpu whether one is assigned to the jail
     * @param checkOpen throws where the whole ground was closed: then no end is a student's fault
     */
    TrainSession(Line<FromTrainer> line, TrainingSpec spec, boolean gpu, TrainingWatcher watcher, Runnable checkOpen) {
        this.line = line;
        this.spec = spec;
        this.gpu = gpu;
        this.allowed = Allowance.of(spec, gpu);
        this.watcher = watcher;
        this.checkOpen = checkOpen;
    }

    TrainingRun run(ToTrainer.Train order) {
        line.jail().printed().begin(PRINTED.bytes(), line::wake);
        epochStart = System.nanoTime();
        until = epochStart + allowed.time().toNanos();
        line.say(order);
        End end = end();
        Duration used = allowed.time().minusNanos(until - System.nanoTime());
        checkOpen.run();
        line.jail().kill();
        return new TrainingRun(announced, epochs, end, own(line.jail().printed().text()), gpu ? used : Duration.ZERO);
    }

    /** Without the warnings that PyTorch's native code prints about itself. */
    private static String own(String printed) {
        return NATIVE_WARNING.matcher(printed).replaceAll("");
    }

    private End end() {
        while (true) {
            if (line.jail().printed().flooded()) {
                return new End.Killed(Cause.OUTPUT, "it printed more than " + PRINTED);
            }
            switch (line.hear(until)) {
                case Heard.Said<FromTrainer>(FromTrainer frame, long at) -> {
                    Optional<End> end = said(frame, at);
                    if (end.isPresent()) {
                        return end.get();
                    }
                }
                case Heard.Nonsense<FromTrainer>(String what, boolean tooLong) -> {
                    return tooLong
                            ? new End.Killed(Cause.OUTPUT, "its weights are larger than any that are asked for")
                            : new End.Killed(Cause.PROTOCOL, "what came out is not an answer: " + what);
                }
                case Heard.HungUp<FromTrainer>() -> {
                    return died();
                }
                case Heard.Silence<FromTrainer>() -> {
                    if (System.nanoTime() - until >= 0) {
                        return new End.Killed(Cause.WALL_TIME, "its " + allowed.text() + " are over");
                    }
                }
            }
        }
    }

    /** The time that an epoch takes ends when its frame arrives; what the watcher does is not the student's. */
    private Optional<End> said(FromTrainer frame, long at) {
        return switch (frame) {
            case FromTrainer.Announced first
            when announced.isEmpty() -> {
                announced = Optional.of(Translation.announced(first));
                long before = System.nanoTime();
                watcher.announced(announced.get());
                until += System.nanoTime() - before;
                epochStart = at;
                yield Optional.empty();
            }
            case FromTrainer.EpochDone done
            when isNext(done) -> {
                Epoch epoch = new Epoch(done.number(), done.loss(), Duration.ofNanos(at - epochStart), done.weights());
                forgetWeights();
                epochs.add(epoch);
                epochStart = at;
                long before = System.nanoTime();
                String why = watcher.epoch(epoch);
                until += System.nanoTime() - before;
                String stop =
                        why.isEmpty() ? budget().tooLittle(epochs, Duration.ofNanos(until - System.nanoTime())) : why;
                yield stop.isEmpty() ? Optional.empty() : Optional.of(new End.Stopped(stop));
            }
            case FromTrainer.Finished() when announced.isPresent() -> Optional.of(new End.Finished());
            case FromTrainer.Failed failed -> Optional.of(Translation.failed(failed));
            case Exhausted _ -> Optional.of(outOfMemory());
            case Ready _, FromTrainer.Announced _, FromTrainer.EpochDone _, FromTrainer.Finished _ ->
                Optional.of(new End.Killed(
                        Cause.PROTOCOL,
                        "a frame out of turn: " + frame.getClass().getSimpleName()));
        };
    }

    private EpochBudget budget() {
        return new EpochBudget(
                allowed, Math.min(spec.epochs(), announced.orElseThrow().epochs()));
    }

    /** Only the last are graded, and a network may be as large and its epochs as many as a student likes. */
    private void forgetWeights() {
        if (!epochs.isEmpty()) {
            Epoch last = epochs.removeLast();
            epochs.add(new Epoch(last.number(), last.loss(), last.wall(), new byte[0]));
        }
    }

    private boolean isNext(FromTrainer.EpochDone done) {
        return announced.isPresent() && done.number() == epochs.size() + 1 && done.number() <= spec.epochs();
    }

    private End outOfMemory() {
        return new End.Killed(Cause.MEMORY, "it used more than " + spec.memory() + " of memory");
    }

    private End died() {
        Ending ending = line.jail().ending(LAST_WORDS);
        Death.killedFromOutside(ending);
        return ending.outOfMemory()
                ? outOfMemory()
                : new End.Killed(Cause.EXITED, "the program ended with exit code " + ending.exitCode());
    }
}
