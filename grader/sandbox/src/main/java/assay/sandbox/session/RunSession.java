package assay.sandbox.session;

import assay.core.domain.GraderFault;
import assay.core.domain.Limits;
import assay.core.domain.RunUsage;
import assay.core.port.CallOutcome;
import assay.core.port.CallOutcome.Killed;
import assay.core.port.Classes;
import assay.core.port.Implementation;
import assay.core.port.KernelCall;
import assay.core.port.Pace;
import assay.core.port.SandboxSession;
import assay.runner.frame.Exhausted;
import assay.runner.frame.FromRunner;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One submission in one jail. Where it dies while its classes are read, which a submission can bring about, the session
 * opens all the same and its first call says how it died.
 */
final class RunSession implements SandboxSession {
    private static final long FRAME_AT_LEAST = 1L << 20;
    private static final long TIMES_THE_ANSWER = 4;
    private static final long FRAME_AT_MOST = 32L << 20;

    private final Line<FromRunner> line;
    private final Limits limits;
    private final Limits ofCalls;
    private final Runnable checkOpen;
    private List<Implementation> implementations = List.of();
    private Optional<Death> death = Optional.empty();
    private boolean alive = true;
    private boolean lingering;
    private int lastId;

    /**
     * @param checkOpen throws where the whole sandbox was closed: then no death is a student's fault
     */
    private RunSession(Line<FromRunner> line, Limits limits, Pace pace, Runnable checkOpen) {
        this.line = line;
        this.limits = limits;
        this.ofCalls = pace.within(limits);
        this.checkOpen = checkOpen;
    }

    static RunSession load(Line<FromRunner> line, Classes classes, Limits limits, Pace pace, Runnable checkOpen) {
        RunSession session = new RunSession(line, limits, pace, checkOpen);
        try {
            session.load(classes);
        } catch (GraderFault e) {
            session.close(); // nobody else will
            throw e;
        }
        return session;
    }

    /** Whether it survived the reading of the classes. */
    boolean loaded() {
        return death.isEmpty();
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
        if (!alive) {
            throw new GraderFault(GraderFault.Code.SANDBOX, "run a case", "this sandbox has already been ended");
        }
        if (death.isPresent()) {
            return killed(death.get(), Duration.ZERO);
        }
        line.jail().printed().begin(limits.output().bytes(), line::wake);
        lastId++;
        line.limit(maxFrame(call.answerBytes()));
        CallWatch watch = CallWatch.starting(line, ofCalls);
        line.say(Translation.call(lastId, call));
        return outcome(watch);
    }

    /** Of an answer that is wrong one should be able to tell how; but the host makes room for it, for many at a time. */
    static int maxFrame(long answerBytes) {
        return (int) Math.min(FRAME_AT_MOST, FRAME_AT_LEAST + TIMES_THE_ANSWER * Math.min(answerBytes, FRAME_AT_MOST));
    }

    @Override
    public void close() {
        alive = false;
        line.close();
    }

    private void load(Classes classes) {
        line.jail().printed().begin(limits.output().bytes(), line::wake);
        CallWatch watch = CallWatch.starting(line, limits);
        line.say(Translation.load(classes));
        switch (watch.next()) {
            case Watched.Said(FromRunner.Loaded loaded, Duration wall) ->
                implementations = Translation.implementations(loaded);
            case Watched.Said(Exhausted _, Duration wall) -> dead(Death.exhausted());
            case Watched.Said(FromRunner other, Duration wall) -> dead(Death.unexpected(other));
            case Watched.Died(Death how, Duration wall) -> dead(how);
        }
    }

    private CallOutcome outcome(CallWatch watch) {
        while (true) {
            switch (watch.next()) {
                case Watched.Said(FromRunner.Started(int id), Duration wall)
                when !watch.hasStarted() && id == lastId -> watch.start();
                case Watched.Said(FromRunner.Returned answer, Duration wall)
                when watch.hasStarted() && answer.id() == lastId -> {
                    lingering = answer.lingering();
                    return Translation.returned(answer, new RunUsage(wall), printed());
                }
                case Watched.Said(FromRunner.Threw answer, Duration wall)
                when answer.id() == lastId -> {
                    lingering = answer.lingering();
                    return Translation.threw(answer, new RunUsage(wall), printed());
                }
                case Watched.Said(Exhausted _, Duration wall) -> {
                    return killed(dead(Death.exhausted()), wall);
                }
                case Watched.Said(FromRunner other, Duration wall) -> {
                    return killed(dead(Death.unexpected(other)), wall);
                }
                case Watched.Died(Death how, Duration wall) -> {
                    return killed(dead(how), wall);
                }
            }
        }
    }

    private Death dead(Death how) {
        checkOpen.run();
        line.jail().kill();
        death = Optional.of(how);
        return how;
    }

    private Killed killed(Death how, Duration wall) {
        alive = false;
        return new Killed(how.cause(), how.detail(), new RunUsage(wall), printed());
    }

    private String printed() {
        return line.jail().printed().text();
    }
}
