package assay.sandbox.oci;

import static java.util.Objects.requireNonNull;

import assay.core.domain.DataSize;
import assay.sandbox.image.ImageProgram;
import assay.sandbox.jail.Bounds;
import assay.sandbox.jail.Jail;
import assay.sandbox.jail.Jails;
import assay.sandbox.jail.Program;
import java.util.List;
import java.util.Map;

/** Starts containers for kernels and their compiler. */
final class OciJails implements Jails {
    private final OciContainers containers;

    /** @param containers closed with this */
    OciJails(OciContainers containers) {
        this.containers = requireNonNull(containers, "containers is null");
    }

    @Override
    public Jail start(Program program, DataSize memory) {
        return containers.start(new Cell(
                containers.roots().of(program),
                ImageProgram.command(program, memory),
                List.of(),
                memory,
                Bounds.KERNELS,
                Map.of()));
    }

    @Override
    public Map<String, String> description() {
        return containers.description();
    }

    @Override
    public void close() {
        containers.close();
    }
}
