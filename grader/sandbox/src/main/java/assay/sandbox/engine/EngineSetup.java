package assay.sandbox.engine;

import static java.util.Objects.requireNonNull;

import assay.sandbox.engine.EnginePlan.Advise;
import assay.sandbox.engine.EnginePlan.Do;
import assay.sandbox.engine.EnginePlan.Step;
import assay.sandbox.engine.EnginePlan.Use;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Sees to it that there is an engine: finds one, starts one, installs one, or says what the user must do. */
public final class EngineSetup {
    private static final Duration STEP_WITHIN = Duration.ofMinutes(10);
    private static final Duration READY_WITHIN = Duration.ofSeconds(30);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);

    private final Map<String, String> environment;
    private final Shell shell;

    /**
     * @param environment where {@code DOCKER_HOST} and {@code PATH} are looked up
     * @param log gets what the programs say that are run, the engine included if it is started without systemd
     */
    public EngineSetup(Map<String, String> environment, Path log) {
        this.environment = Map.copyOf(environment);
        this.shell = new Shell(requireNonNull(log, "log is null"));
    }

    /** The engine that is there; nothing is started or installed. */
    public Outcome find() {
        return outcome(EngineFinder.first(Endpoints.all(environment)));
    }

    /** The engine that is there, or will be if the user consents. */
    public Outcome ensure(Consent consent) {
        Reach reach = EngineFinder.first(Endpoints.all(environment));
        HostFacts facts = new HostProbe(environment, shell).facts(reach, consent);
        return switch (EnginePlanner.plan(facts)) {
            case Use() -> outcome(reach);
            case Advise(String why, String remedy) -> new Outcome.Unavailable(why, remedy);
            case Do(String what, List<Step> steps) -> {
                List<String> commands = steps.stream().map(Step::toString).toList();
                yield consent.allows(what, commands)
                        ? carriedOut(what, steps)
                        : new Outcome.Unavailable("you did not want Assay to " + what, String.join(" && ", commands));
            }
        };
    }

    private Outcome carriedOut(String what, List<Step> steps) {
        List<Process> daemons = new ArrayList<>();
        for (Step step : steps) {
            try {
                if (step.kind() == Step.Kind.DAEMON) {
                    daemons.add(shell.start(step.command()));
                    awaitSocket(daemons);
                } else if (!shell.succeeds(step.command(), STEP_WITHIN) && step.kind() == Step.Kind.NEEDED) {
                    return failed(what, step + " failed");
                }
            } catch (IOException e) {
                return failed(what, step + " could not be run: " + e.getMessage());
            }
        }
        return switch (awaitAnswer(daemons)) {
            case Reach.Answers(Engine engine) -> new Outcome.Ready(engine);
            case Reach.Denied denied -> { // it runs now, and nobody agreed to more
                Advise advice = EnginePlanner.mayNotUse(System.getProperty("user.name"));
                yield new Outcome.Unavailable(advice.why(), advice.remedy());
            }
            case Reach.Nowhere _, Reach.Silent _ ->
                failed(what, "the engine did not answer within " + READY_WITHIN.toSeconds() + " s");
        };
    }

    /** Looks again and again, since nobody tells when an engine begins to answer; until then, or until it died. */
    private static Reach awaitAnswer(List<Process> daemons) {
        long until = System.nanoTime() + READY_WITHIN.toNanos();
        Reach reach = EngineFinder.first(List.of(Endpoints.ofSystem()));
        while (!(reach instanceof Reach.Answers)
                && !(reach instanceof Reach.Denied) // it answers others
                && System.nanoTime() < until
                && !died(daemons)) {
            reach = EngineFinder.first(List.of(Endpoints.ofSystem()));
        }
        return reach;
    }

    private static void awaitSocket(List<Process> daemons) {
        if (awaitAnswer(daemons) instanceof Reach.Answers(Engine engine)) {
            engine.close();
        }
    }

    private static boolean died(List<Process> daemons) {
        try {
            for (Process daemon : daemons) {
                if (daemon.waitFor(BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS)) {
                    return true;
                }
            }
            if (daemons.isEmpty()) {
                TimeUnit.NANOSECONDS.sleep(BETWEEN_TRIES.toNanos());
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private Outcome failed(String what, String why) {
        return new Outcome.Unavailable("Tried to " + what + " but failed because " + why, "see " + shell.log());
    }

    private static Outcome outcome(Reach reach) {
        return switch (reach) {
            case Reach.Answers(Engine engine) -> new Outcome.Ready(engine);
            case Reach.Nowhere() -> new Outcome.Unavailable("there is no Docker engine", "assay doctor");
            case Reach.Silent silent ->
                new Outcome.Unavailable("no Docker engine answers at " + silent.endpoint(), "assay doctor");
            case Reach.Denied denied ->
                new Outcome.Unavailable(
                        "this user may not use the Docker engine at " + denied.endpoint(), "assay doctor");
        };
    }

    /** Whether there is an engine. */
    public sealed interface Outcome {
        /** To be closed by whoever asked. */
        record Ready(Engine engine) implements Outcome {}

        /**
         * There is none.
         *
         * @param why in a sentence
         * @param remedy the one command to run, or what else to do
         */
        record Unavailable(String why, String remedy) implements Outcome {}
    }
}
