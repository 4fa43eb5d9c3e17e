package assay.sandbox.oci;

import static java.util.Objects.requireNonNull;

import assay.core.domain.DataSize;
import assay.core.domain.GraderFault;
import assay.sandbox.jail.Bounds;
import assay.sandbox.jail.Confinement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Version 2: one hierarchy, in which each folder hands its controllers down. */
final class ControlGroupsV2 implements ControlGroups {
    private static final String CONTROLLERS = "+cpu +memory +pids";

    private final Path root;

    ControlGroupsV2(Path root) {
        this.root = requireNonNull(root, "root is null");
    }

    @Override
    public ControlGroup create(String owner, String name, DataSize memory, Bounds bounds) {
        Path group = root.resolve(PARENT).resolve(owner).resolve(name);
        try {
            Files.createDirectories(group);
            for (Path above :
                    List.of(root, root.resolve(PARENT), root.resolve(PARENT).resolve(owner))) {
                Files.writeString(above.resolve("cgroup.subtree_control"), CONTROLLERS);
            }
            Files.writeString(group.resolve("memory.max"), Long.toString(memory.bytes()));
            Path swap = group.resolve("memory.swap.max");
            if (Files.exists(swap)) { // not on a kernel without swap
                Files.writeString(swap, "0");
            }
            Files.writeString(
                    group.resolve("cpu.max"),
                    bounds.processors() * Confinement.CPU_PERIOD_MICROS + " " + Confinement.CPU_PERIOD_MICROS);
            Files.writeString(group.resolve("pids.max"), Long.toString(bounds.processes()));
            return new ControlGroup(
                    "/" + root.relativize(group),
                    List.of(group),
                    group.resolve("cpu.stat"),
                    group.resolve("memory.events"),
                    group.resolve("cgroup.procs"));
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.SANDBOX, "make the control group " + group, e);
        }
    }

    @Override
    public void removeAll(String owner) {
        GroupTree.remove(root.resolve(PARENT).resolve(owner));
    }

    @Override
    public String version() {
        return "2";
    }
}
