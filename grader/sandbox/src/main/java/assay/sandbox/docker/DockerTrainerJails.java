package assay.sandbox.docker;

import static java.util.Objects.requireNonNull;

import assay.core.domain.DataSize;
import assay.core.domain.GraderFault;
import assay.sandbox.engine.Engine;
import assay.sandbox.image.TrainerProgram;
import assay.sandbox.jail.Jail;
import assay.sandbox.jail.SeccompProfile;
import assay.sandbox.train.TrainerJails;
import assay.sandbox.train.TrainerKit;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.exception.NotFoundException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Starts containers that compile and train, locked as those of kernels are. */
public final class DockerTrainerJails implements TrainerJails {
    private final Engine engine;
    private final TrainerSpec spec;
    private final String sandbox = UUID.randomUUID().toString();
    private final Function<String, Path> data;
    private final Owner owner;
    private final Leftovers leftovers;
    private final Workers workers = new Workers();
    private final Set<ContainerJail> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * @param image that trains, by its id
     * @param runtime by name, as the engine knows it
     * @param kit says what lies in the image
     * @param data the folder of a set's training data by its id, on the engine's machine; throws GraderFault where
     *     there is none
     */
    public DockerTrainerJails(
            Engine engine, String image, String runtime, TrainerKit kit, Function<String, Path> data) {
        this(
                engine,
                new TrainerSpec(
                        image,
                        runtime,
                        SystemCalls.filter(engine),
                        new TrainerProgram(kit, Runtime.getRuntime().availableProcessors())),
                data);
    }

    private DockerTrainerJails(Engine engine, TrainerSpec spec, Function<String, Path> data) {
        this.engine = requireNonNull(engine, "engine is null");
        this.spec = requireNonNull(spec, "spec is null");
        this.data = requireNonNull(data, "data is null");
        this.owner = Owner.ofThisProcess(engine);
        this.leftovers = new Leftovers(engine, owner);
        leftovers.remove();
    }

    @Override
    public Jail compiler(DataSize memory) {
        return start(spec.compiler(engine.client(), memory));
    }

    @Override
    public Jail trainer(DataSize memory, String set, boolean gpu) {
        return start(spec.trainer(engine.client(), memory, data.apply(set), gpu && hasGpu()));
    }

    @Override
    public boolean hasGpu() {
        return engine.hasRuntime("nvidia");
    }

    @Override
    public Map<String, String> description() {
        Map<String, String> description = new TreeMap<>();
        description.put("kind", "docker");
        description.put("runtime", spec.runtime());
        description.put("image", spec.image());
        description.put("seccomp", spec.seccomp().map(SeccompProfile::digest).orElse("none"));
        description.put("threads", Integer.toString(spec.program().processors()));
        return description;
    }

    @Override
    public void close() {
        closed = true;
        List.copyOf(open).forEach(ContainerJail::close);
        workers.finish();
        leftovers.removeAll(sandbox); // one that was being created
    }

    private Jail start(CreateContainerCmd command) {
        String id = create(command);
        ContainerJail jail = new ContainerJail(
                engine, id, SystemCalls.tellsKills(spec.seccomp(), spec.runtime()), workers, open::remove);
        open.add(jail);
        if (closed) { // in the meantime: nobody will close it, and no worker remove it
            Removal.of(engine, id);
            throw new GraderFault(GraderFault.Code.SANDBOX, "start a trainer", "the ground has been closed");
        }
        jail.start();
        return jail;
    }

    private String create(CreateContainerCmd command) {
        try {
            return command.withLabels(Map.of(Owner.LABEL, owner.label(), ContainerSpec.SANDBOX_LABEL, sandbox))
                    .exec()
                    .getId();
        } catch (NotFoundException e) {
            throw new GraderFault(GraderFault.Code.IMAGE, "create a trainer", e);
        } catch (RuntimeException e) { // refused by the engine, or not even reached
            throw new GraderFault(GraderFault.Code.ENGINE, "create a trainer", e);
        }
    }
}
