package assay.sandbox.docker;

import assay.core.domain.DataSize;
import assay.core.domain.GraderFault;
import assay.sandbox.engine.Engine;
import assay.sandbox.image.Images;
import assay.sandbox.jail.Jail;
import assay.sandbox.jail.Jails;
import assay.sandbox.jail.JvmFlags;
import assay.sandbox.jail.Program;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Starts containers. */
final class DockerJails implements Jails {
    private final Engine engine;
    private final Images images;
    private final DockerSettings settings;
    private final ContainerSpec spec;
    private final Leftovers leftovers;
    private final Workers workers = new Workers();
    private final Set<ContainerJail> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    DockerJails(Engine engine, Images images, DockerSettings settings, Owner owner) {
        this.engine = engine;
        this.images = images;
        this.settings = settings;
        this.spec = new ContainerSpec(
                images, settings.runtime(), owner, UUID.randomUUID().toString());
        this.leftovers = new Leftovers(engine, owner);
    }

    @Override
    public Jail start(Program program, DataSize memory) {
        try {
            String id = spec.create(engine.client(), program, memory).exec().getId();
            ContainerJail jail = new ContainerJail(engine, id, workers, open::remove);
            open.add(jail);
            if (closed) { // in the meantime, so that nobody will close it
                jail.close();
            }
            jail.start();
            return jail;
        } catch (NotFoundException e) {
            throw new GraderFault(GraderFault.Code.IMAGE, "create a container", e);
        } catch (RuntimeException e) { // refused by the engine, or not even reached
            throw new GraderFault(GraderFault.Code.ENGINE, "create a container", e);
        }
    }

    @Override
    public Map<String, String> description() {
        Map<String, String> description = new TreeMap<>();
        description.put("sandbox", "docker");
        description.put("sandbox.engine", engine.version());
        description.put("sandbox.engine.api", engine.apiVersion());
        description.put("sandbox.runtime", settings.runtime());
        description.put("sandbox.image.run", images.run());
        description.put("sandbox.image.compile", images.compile());
        description.put("sandbox.java", images.source());
        description.put("sandbox.flags", String.join(" ", JvmFlags.of(Program.RUNNER, DataSize.ofMebibytes(512))));
        return description;
    }

    @Override
    public void close() {
        closed = true;
        List.copyOf(open).forEach(ContainerJail::close);
        workers.finish();
        leftovers.removeAll(spec.sandbox()); // one that was being created
    }
}
