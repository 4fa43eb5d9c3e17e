package assay.sandbox.process;

import assay.core.domain.GraderFault;
import assay.sandbox.files.Trees;
import assay.sandbox.jail.Ending;
import assay.sandbox.jail.Jail;
import assay.sandbox.jail.Pipe;
import assay.sandbox.jail.Printed;
import assay.sandbox.jail.Pump;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One child process, with the folder that it runs in. */
final class ProcessJail implements Jail {
    private static final Logger logger = LoggerFactory.getLogger(ProcessJail.class);
    private static final Duration GONE_WITHIN = Duration.ofSeconds(1);

    /** For the kernel to end what it was told to, however busy; a process that waits for a broken disk may never. */
    private static final Duration KILLED_WITHIN = Duration.ofSeconds(30);

    private final Process process;
    private final Path folder;
    private final Consumer<ProcessJail> whenClosed;
    private final Pipe input = Pipe.unlimited();
    private final Printed printed = new Printed();
    private final AtomicBoolean closed = new AtomicBoolean();

    ProcessJail(Process process, Path folder, Consumer<ProcessJail> whenClosed) {
        this.process = process;
        this.folder = folder;
        this.whenClosed = whenClosed;
        Pump.start("assay-stdin", input.in(), process.getOutputStream());
        Pump.start("assay-stderr", process.getErrorStream(), printed);
    }

    @Override
    public OutputStream toProcess() {
        return input.out();
    }

    @Override
    public InputStream fromProcess() {
        return process.getInputStream();
    }

    @Override
    public Printed printed() {
        return printed;
    }

    @Override
    public void cpu(Consumer<Optional<Duration>> answer) {
        answer.accept(process.info().totalCpuDuration());
    }

    @Override
    public void kill() {
        List<ProcessHandle> descendants = process.descendants().toList();
        process.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public Ending ending(Duration atMost) {
        try {
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
                if (!process.waitFor(KILLED_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new GraderFault(
                            GraderFault.Code.SANDBOX, "end a child process", "it is still there after a kill");
                }
            }
            return new Ending(process.exitValue(), false); // nobody keeps an account of a child's memory
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GraderFault(GraderFault.Code.SANDBOX, "wait for a child process", "it was interrupted");
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            kill();
            input.discard();
            awaitGone();
            deleteFolder();
            whenClosed.accept(this);
        }
    }

    private void awaitGone() {
        try {
            if (!process.waitFor(GONE_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                logger.warn("child process {} does not end", process.pid());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deleteFolder() {
        try {
            Trees.delete(folder);
        } catch (IOException e) {
            logger.warn("could not delete {}: {}", folder, e.getMessage());
        }
    }
}
