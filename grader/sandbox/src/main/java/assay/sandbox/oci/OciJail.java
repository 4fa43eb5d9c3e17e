package assay.sandbox.oci;

import static java.util.Objects.requireNonNull;

import assay.core.domain.GraderFault;
import assay.sandbox.jail.Ending;
import assay.sandbox.jail.Jail;
import assay.sandbox.jail.Pipe;
import assay.sandbox.jail.Printed;
import assay.sandbox.jail.Pump;
import assay.sandbox.jail.SeccompProfile;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One container, with the runtime's process that waits for it and passes its streams on. */
final class OciJail implements Jail {
    private static final Logger logger = LoggerFactory.getLogger(OciJail.class);

    /** For the runtime to see that its container has ended; it takes milliseconds. */
    private static final Duration RUNTIME_ENDS_WITHIN = Duration.ofSeconds(2);

    /** For the kernel to end what it was told to, however busy; a process that waits for a broken disk may never. */
    private static final Duration KILLED_WITHIN = Duration.ofSeconds(30);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(5);

    private final Process runtime;
    private final ControlGroup group;
    private final ExecutorService removals;
    private final Consumer<OciJail> whenGone;
    private final Pipe input = Pipe.unlimited();
    private final Printed printed = new Printed();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final boolean tellsKills;

    /** Not what it says of itself, but what we did. */
    private volatile boolean killedByUs;

    /** @param tellsKills whether nothing in the container can exit as if it had been killed */
    OciJail(
            Process runtime,
            ControlGroup group,
            boolean tellsKills,
            ExecutorService removals,
            Consumer<OciJail> whenGone) {
        this.tellsKills = tellsKills;
        this.runtime = requireNonNull(runtime, "runtime is null");
        this.group = requireNonNull(group, "group is null");
        this.removals = requireNonNull(removals, "removals is null");
        this.whenGone = requireNonNull(whenGone, "whenGone is null");
        Pump.start("assay-stdin", input.in(), runtime.getOutputStream());
        Pump.start("assay-stderr", runtime.getErrorStream(), printed);
    }

    @Override
    public OutputStream toProcess() {
        return input.out();
    }

    @Override
    public InputStream fromProcess() {
        return runtime.getInputStream();
    }

    @Override
    public Printed printed() {
        return printed;
    }

    @Override
    public void cpu(Consumer<Optional<Duration>> answer) {
        answer.accept(group.cpuUsed());
    }

    /** Where there is no process in it yet, the runtime would go on and start one. */
    @Override
    public void kill() {
        killedByUs = true;
        if (group.kill() == 0) {
            runtime.destroyForcibly();
        }
    }

    @Override
    public Ending ending(Duration atMost) {
        try {
            if (!runtime.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                killedByUs = true;
                if (!end()) {
                    throw new GraderFault(
                            GraderFault.Code.SANDBOX, "end a container", "it is still there after a kill");
                }
            }
            int code = runtime.exitValue();
            boolean outOfMemory = group.outOfMemory();
            boolean killed = tellsKills && code == SeccompProfile.KILLED;
            return new Ending(code, outOfMemory, killed && !outOfMemory && !killedByUs);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GraderFault(GraderFault.Code.SANDBOX, "wait for a container", "it was interrupted");
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            input.discard();
            group.kill();
            try {
                removals.execute(this::remove);
            } catch (RejectedExecutionException e) { // the sandbox is being closed
                remove();
            }
        }
    }

    /** Ends it and waits until nothing is left. */
    void remove() {
        try {
            if (!end()) {
                logger.warn("{} is still there after a kill", group.path());
            }
            long until = System.nanoTime() + RUNTIME_ENDS_WITHIN.toNanos();
            while (!group.remove() && System.nanoTime() < until) {
                group.kill();
                TimeUnit.NANOSECONDS.sleep(BETWEEN_TRIES.toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            logger.debug("the removal of {} was interrupted", group.path());
        } finally {
            whenGone.accept(this);
        }
    }

    /**
     * The runtime ends by itself when its container has: only where it does not is it ended too.
     *
     * @return whether it has ended
     */
    private boolean end() throws InterruptedException {
        long until = System.nanoTime() + RUNTIME_ENDS_WITHIN.toNanos();
        group.kill();
        while (!runtime.waitFor(BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS) && System.nanoTime() < until) {
            group.kill();
        }
        if (!runtime.isAlive()) {
            return true;
        }
        boolean ended = runtime.destroyForcibly().waitFor(KILLED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        group.kill();
        return ended;
    }
}
