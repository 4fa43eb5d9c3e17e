package assay.sandbox.session;

import assay.core.domain.Limits;
import assay.runner.frame.FromRunner;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Listens to a runner for one call, and keeps its limits. */
final class CallWatch {
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final Line<FromRunner> line;
    private final Limits limits;
    private final CpuWatch cpu;
    private final long asked = System.nanoTime();
    private long start = asked;
    private long lastHeard = asked;
    private boolean started;
    private Optional<Look> look = Optional.empty();

    private CallWatch(Line<FromRunner> line, Limits limits) {
        this.line = line;
        this.limits = limits;
        this.cpu = new CpuWatch(limits.caseCpu());
    }

    /** To be made before the call is: what came until then is no answer to it. */
    static CallWatch starting(Line<FromRunner> line, Limits limits) {
        return new CallWatch(line, limits);
    }

    /** The student's code was entered with the last frame: wall time counts from there, and processor time too. */
    void start() {
        start = lastHeard;
        started = true;
        takeLook();
    }

    boolean hasStarted() {
        return started;
    }

    /** Waits for the next frame or for the end. */
    Watched next() {
        while (true) {
            switch (line.hear(start + untilNextLook().toNanos())) {
                case Heard.Said<FromRunner>(FromRunner frame, long at) -> {
                    if (at - asked < 0) {
                        return new Watched.Died(Death.nonsense("it came before it was asked for", false), wall());
                    }
                    lastHeard = at;
                    return line.jail().printed().flooded()
                            ? new Watched.Died(Death.output(limits), wall())
                            : new Watched.Said(frame, Duration.ofNanos(at - start));
                }
                case Heard.Nonsense<FromRunner>(String what, boolean tooLong) -> {
                    return new Watched.Died(Death.nonsense(what, tooLong), wall());
                }
                case Heard.HungUp<FromRunner>() -> {
                    Duration wall = wall();
                    return new Watched.Died(Death.ended(line.jail().ending(LAST_WORDS), limits), wall);
                }
                case Heard.Silence<FromRunner>() -> {
                    Optional<Death> tooMuch = tooMuch();
                    if (tooMuch.isPresent()) {
                        return new Watched.Died(tooMuch.get(), wall());
                    }
                }
            }
        }
    }

    private Duration untilNextLook() {
        boolean noLook = !started || look.isPresent() || cpu.nextLook().compareTo(limits.caseWall()) > 0;
        return noLook ? limits.caseWall() : cpu.nextLook();
    }

    private Optional<Death> tooMuch() {
        if (line.jail().printed().flooded()) {
            return Optional.of(Death.output(limits));
        }
        takeLook();
        if (cpu.over()) {
            return Optional.of(Death.cpu(limits));
        }
        return wall().compareTo(limits.caseWall()) >= 0 ? Optional.of(Death.wall(limits)) : Optional.empty();
    }

    private void takeLook() {
        look.flatMap(Look::seen).ifPresent(total -> {
            cpu.saw(wall(), total);
            look = Optional.empty();
        });
        if (started && look.isEmpty() && wall().compareTo(cpu.nextLook()) >= 0) {
            Look now = new Look(line);
            look = Optional.of(now);
            line.jail().cpu(now);
        }
    }

    private Duration wall() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** A question to the engine, which may take its time to answer. */
    private static final class Look implements Consumer<Optional<Duration>> {
        private final Line<FromRunner> line;
        private final AtomicReference<Optional<Optional<Duration>>> answer = new AtomicReference<>(Optional.empty());

        Look(Line<FromRunner> line) {
            this.line = line;
        }

        @Override
        public void accept(Optional<Duration> total) {
            answer.set(Optional.of(total));
            line.wake();
        }

        Optional<Optional<Duration>> seen() {
            return answer.get();
        }
    }
}
