package assay.sandbox.docker;

import assay.core.domain.DataSize;
import assay.core.domain.GraderFault;
import assay.sandbox.engine.Engine;
import assay.sandbox.image.Images;
import assay.sandbox.jail.Jail;
import assay.sandbox.jail.Jails;
import assay.sandbox.jail.Program;
import assay.sandbox.jail.SeccompProfile;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Starts containers. */
final class DockerJails implements Jails {
    private final Engine engine;
    private final Images images;
    private final DockerSettings settings;
    private final Optional<SeccompProfile> seccomp;
    private final ContainerSpec spec;
    private final Leftovers leftovers;
    private final Workers workers = new Workers();
    private final Set<ContainerJail> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    DockerJails(Engine engine, Images images, DockerSettings settings, Owner owner) {
        this.engine = engine;
        this.images = images;
        this.settings = settings;
        this.seccomp = SystemCalls.filter(engine);
        this.spec = new ContainerSpec(
                images, settings.runtime(), seccomp, owner, UUID.randomUUID().toString());
        this.leftovers = new Leftovers(engine, owner);
    }

    @Override
    public Jail start(Program program, DataSize memory) {
        String id = create(program, memory);
        ContainerJail jail = new ContainerJail(
                engine, id, SystemCalls.tellsKills(seccomp, settings.runtime()), workers, open::remove);
        open.add(jail);
        if (closed) { // in the meantime: nobody will close it, and no worker remove it
            Removal.of(engine, id);
            throw new GraderFault(GraderFault.Code.SANDBOX, "start a container", "the sandbox has been closed");
        }
        jail.start();
        return jail;
    }

    @Override
    public Map<String, String> description() {
        Map<String, String> description = new TreeMap<>();
        description.put("kind", "docker");
        description.put("engine", engine.version());
        description.put("engine.api", engine.apiVersion());
        description.put("runtime", settings.runtime());
        description.put("seccomp", seccomp.map(SeccompProfile::digest).orElse("none"));
        description.put("image.run", images.run());
        description.put("image.compile", images.compile());
        description.put("java", images.source());
        return description;
    }

    @Override
    public void close() {
        closed = true;
        List.copyOf(open).forEach(ContainerJail::close);
        workers.finish();
        leftovers.removeAll(spec.sandbox()); // one that was being created
    }

    private String create(Program program, DataSize memory) {
        try {
            return spec.create(engine.client(), program, memory).exec().getId();
        } catch (NotFoundException e) {
            throw new GraderFault(GraderFault.Code.IMAGE, "create a container", e);
        } catch (RuntimeException e) { // refused by the engine, or not even reached
            throw new GraderFault(GraderFault.Code.ENGINE, "create a container", e);
        }
    }
}
