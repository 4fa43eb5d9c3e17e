package assay.server.testing;

import assay.core.domain.GraderFault;
import assay.core.domain.Limits;
import assay.core.domain.SourceFile;
import assay.core.port.Classes;
import assay.core.port.CompileOutcome;
import assay.core.port.Pace;
import assay.core.port.Sandbox;
import assay.core.port.SandboxSession;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A compiler that refuses everything, which is a result as good as any; or that is broken, or slow, as a source says:
 * {@code broken} throws a fault of ours, {@code broken once} does so once, {@code wait} waits to be released.
 */
public final class FakeSandbox implements Sandbox {
    private final List<String> compiled = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch waiting = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger toBreak = new AtomicInteger(3);

    @Override
    public CompileOutcome compile(List<SourceFile> sources, Limits limits) {
        String text = sources.getFirst().text();
        compiled.add(text);
        if (text.contains("wait")) {
            waiting.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        boolean once = text.contains("broken once") && toBreak.getAndDecrement() > 0;
        if (once || text.contains("broken always")) {
            throw new GraderFault(GraderFault.Code.ENGINE, "compile", "the engine is away");
        }
        return new CompileOutcome.Rejected("it is not Java", List.of());
    }

    @Override
    public SandboxSession open(Classes classes, Limits limits, Pace pace) {
        throw new AssertionError("nothing compiles here");
    }

    @Override
    public Map<String, String> description() {
        return Map.of("kind", "fake");
    }

    /** The sources that it was given, in that order. */
    public List<String> compiled() {
        return List.copyOf(compiled);
    }

    public void awaitWaiting() throws InterruptedException {
        waiting.await();
    }

    public void release() {
        released.countDown();
    }

    @Override
    public void close() {
        release();
    }
}
