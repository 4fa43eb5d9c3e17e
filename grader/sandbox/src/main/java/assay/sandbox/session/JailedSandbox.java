package assay.sandbox.session;

import assay.core.domain.DataSize;
import assay.core.domain.GraderFault;
import assay.core.domain.Limits;
import assay.core.domain.SourceFile;
import assay.core.port.Classes;
import assay.core.port.CompileOutcome;
import assay.core.port.Pace;
import assay.core.port.Sandbox;
import assay.core.port.SandboxSession;
import assay.runner.frame.FromCompiler;
import assay.runner.frame.FromRunner;
import assay.sandbox.jail.Jails;
import assay.sandbox.jail.Program;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The sandbox over whatever starts jails. */
public final class JailedSandbox implements Sandbox {
    /** For a JVM to come up; much, because the machine may be busy and it is nobody's fault. */
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);

    private final Jails jails;
    private final CompilerPool compilers;
    private final WarmRunners runners;
    private volatile boolean closed;

    /**
     * @param jails closed with this sandbox
     * @param ahead how many runners are started before they are asked for
     */
    public JailedSandbox(Jails jails, int ahead) {
        this.jails = jails;
        this.compilers = new CompilerPool(this::compiler, this::checkOpen);
        this.runners = new WarmRunners(ahead, this::brief);
    }

    @Override
    public CompileOutcome compile(List<SourceFile> sources, Limits limits) {
        checkOpen();
        runners.expect(limits.memory());
        return compilers.compile(sources, limits);
    }

    @Override
    public SandboxSession open(Classes classes, Limits limits, Pace pace) {
        checkOpen();
        DataSize memory = limits.memory();
        return switch (pace) {
            case BRIEF -> {
                RunSession session = load(runners.take(memory), classes, limits, pace);
                if (session.loaded()) {
                    yield session;
                }
                session.close();
                // Perhaps that one was already ill when it was taken. What happens to this one is the submission's
                // doing.
                yield load(brief(memory), classes, limits, pace);
            }
            case LASTING ->
                load(runner(Program.LASTING_RUNNER, memory), classes, limits, pace); // rare: none waits ahead
        };
    }

    private RunSession load(Line<FromRunner> line, Classes classes, Limits limits, Pace pace) {
        return RunSession.load(line, classes, limits, pace, this::checkOpen);
    }

    @Override
    public Map<String, String> description() {
        return jails.description();
    }

    @Override
    public void close() {
        closed = true;
        runners.close();
        jails.close();
    }

    private Line<FromCompiler> compiler() {
        return Line.toCompiler(jails.start(Program.COMPILER, CompilerPool.MEMORY))
                .greet(READY_WITHIN);
    }

    private Line<FromRunner> brief(DataSize memory) {
        return runner(Program.BRIEF_RUNNER, memory);
    }

    private Line<FromRunner> runner(Program program, DataSize memory) {
        return Line.toRunner(jails.start(program, memory)).greet(READY_WITHIN);
    }

    private void checkOpen() {
        if (closed) {
            throw new GraderFault(GraderFault.Code.SANDBOX, "use the sandbox", "it has been closed");
        }
    }
}
