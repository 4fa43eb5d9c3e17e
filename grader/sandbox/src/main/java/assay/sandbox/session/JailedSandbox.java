package assay.sandbox.session;

import assay.core.domain.DataSize;
import assay.core.domain.GraderFault;
import assay.core.domain.Limits;
import assay.core.domain.SourceFile;
import assay.core.port.Classes;
import assay.core.port.CompileOutcome;
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
        this.runners = new WarmRunners(ahead, this::runner);
    }

    @Override
    public CompileOutcome compile(List<SourceFile> sources, Limits limits) {
        checkOpen();
        runners.expect(limits.memory());
        return compilers.compile(sources, limits);
    }

    @Override
    public SandboxSession open(Classes classes, Limits limits) {
        checkOpen();
        RunSession session = RunSession.load(runners.take(limits.memory()), classes, limits, this::checkOpen);
        if (session.loaded()) {
            return session;
        }
        session.close();
        // Perhaps that one was already ill when it was taken. What happens to this one is the submission's doing.
        return RunSession.load(runner(limits.memory()), classes, limits, this::checkOpen);
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

    private Line<FromRunner> runner(DataSize memory) {
        return Line.toRunner(jails.start(Program.RUNNER, memory)).greet(READY_WITHIN);
    }

    private void checkOpen() {
        if (closed) {
            throw new GraderFault(GraderFault.Code.SANDBOX, "use the sandbox", "it has been closed");
        }
    }
}
