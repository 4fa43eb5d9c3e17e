package assay.sandbox.docker;

import assay.core.domain.GraderFault;
import assay.sandbox.engine.Engine;
import assay.sandbox.jail.Ending;
import assay.sandbox.jail.Jail;
import assay.sandbox.jail.Pipe;
import assay.sandbox.jail.Printed;
import assay.sandbox.jail.SeccompProfile;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One container, from its creation to its removal. */
final class ContainerJail implements Jail {
    private static final Logger logger = LoggerFactory.getLogger(ContainerJail.class);

    /** What the host holds of the answers of a process that it does not listen to yet. */
    private static final long UNHEARD_BYTES = 1024 * 1024;

    private static final Duration ATTACHED_WITHIN = Duration.ofSeconds(60);

    private final Engine engine;
    private final String id;
    private final Workers workers;
    private final Consumer<ContainerJail> whenClosed;
    private final Pipe requests = Pipe.unlimited();
    private final Pipe answers = Pipe.holding(UNHEARD_BYTES);
    private final Printed printed = new Printed();
    private final Streams streams = new Streams(answers, printed);
    private final AtomicBoolean closed = new AtomicBoolean();
    private final boolean tellsKills;
    private final CpuAccount account;

    /** Not what it says of itself, but what we did. */
    private volatile boolean killedByUs;

    /** @param tellsKills whether nothing in the container can exit as if it had been killed */
    ContainerJail(Engine engine, String id, boolean tellsKills, Workers workers, Consumer<ContainerJail> whenClosed) {
        this.engine = engine;
        this.id = id;
        this.tellsKills = tellsKills;
        this.workers = workers;
        this.whenClosed = whenClosed;
        this.account = new CpuAccount(engine, id);
    }

    /** First the streams, so that nothing is missed. */
    void start() {
        try {
            engine.client()
                    .attachContainerCmd(id)
                    .withStdIn(new QuietInput(requests.in()))
                    .withStdOut(true)
                    .withStdErr(true)
                    .withFollowStream(true)
                    .exec(streams)
                    .awaitAttached(ATTACHED_WITHIN);
            engine.client().startContainerCmd(id).exec();
        } catch (IOException | RuntimeException e) { // refused by the engine, or not even reached
            close();
            throw new GraderFault(GraderFault.Code.ENGINE, "start a container", e);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new GraderFault(GraderFault.Code.ENGINE, "start a container", "it was interrupted");
        }
    }

    @Override
    public OutputStream toProcess() {
        return requests.out();
    }

    @Override
    public InputStream fromProcess() {
        return answers.in();
    }

    @Override
    public Printed printed() {
        return printed;
    }

    @Override
    public void cpu(Consumer<Optional<Duration>> answer) {
        if (account.isHere()) {
            answer.accept(account.used());
        } else {
            workers.execute(() -> answer.accept(account.usedAsTheEngineSays()));
        }
    }

    @Override
    public void kill() {
        killedByUs = true;
        answers.discard(); // the engine answers when all that the container said has been taken
        try {
            engine.client().killContainerCmd(id).exec();
        } catch (ConflictException | NotFoundException e) {
            logger.debug("container {} had ended by itself", id);
        } catch (RuntimeException e) { // refused by the engine, or not even reached
            throw new GraderFault(GraderFault.Code.ENGINE, "kill a container", e);
        }
    }

    @Override
    public Ending ending(Duration atMost) {
        try {
            if (Boolean.TRUE.equals(state().getRunning()) && !ended(atMost)) {
                kill();
                ended(atMost);
            }
            ContainerState state = state();
            Long code = state.getExitCodeLong();
            return ending(code == null ? -1 : code.intValue(), Boolean.TRUE.equals(state.getOOMKilled()));
        } catch (NotFoundException e) {
            throw new GraderFault(GraderFault.Code.SANDBOX, "see how a container ended", "somebody has removed it");
        } catch (RuntimeException e) { // refused by the engine, or not even reached
            throw new GraderFault(GraderFault.Code.ENGINE, "see how a container ended", e);
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            requests.discard();
            answers.discard();
            workers.execute(this::remove);
        }
    }

    private Ending ending(int code, boolean outOfMemory) {
        boolean killed = tellsKills && code == SeccompProfile.KILLED;
        return new Ending(code, outOfMemory, killed && !outOfMemory && !killedByUs);
    }

    private ContainerState state() {
        return engine.client().inspectContainerCmd(id).exec().getState();
    }

    private boolean ended(Duration atMost) {
        try (WaitContainerResultCallback wait =
                engine.client().waitContainerCmd(id).exec(new WaitContainerResultCallback())) {
            wait.awaitStatusCode(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (DockerClientException e) {
            return false; // not within that time
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.ENGINE, "wait for a container", e);
        }
    }

    private void remove() {
        try {
            Removal.of(engine, id);
        } finally {
            streams.stop();
            whenClosed.accept(this);
        }
    }
}
