package assay.sandbox.oci;

import assay.core.domain.DataSize;
import assay.sandbox.jail.Bounds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Makes control groups, by the version that the kernel of this machine has. */
interface ControlGroups {
    /** Where Linux has them. */
    Path MOUNTED = Path.of("/sys/fs/cgroup");

    /** Below the top of every hierarchy, as Docker has {@code docker}. */
    String PARENT = "assay";

    /**
     * A new group with the limits of a container.
     *
     * @param owner folder between {@link #PARENT} and the group
     */
    ControlGroup create(String owner, String name, DataSize memory, Bounds bounds);

    /** The folders that hold all groups of an owner. */
    List<Path> of(String owner);

    /** Where the hierarchies are. */
    Path mounted();

    /** Whether that is one of {@link #of}, here or in a group where another command of ours had them. */
    default boolean mayBeOf(String owner, Path folder) {
        return folder.equals(folder.normalize())
                && folder.startsWith(mounted())
                && folder.endsWith(Path.of(PARENT, owner));
    }

    /** E.g. {@code 2}, for the provenance. */
    String version();

    /**
     * Empty where there are none for memory.
     *
     * @param root where the hierarchies are mounted
     */
    static Optional<ControlGroups> at(Path root) {
        if (Files.exists(root.resolve("cgroup.controllers"))) {
            return Optional.of(new ControlGroupsV2(root, root));
        }
        if (Files.exists(root.resolve("memory/memory.limit_in_bytes"))) {
            return Optional.of(new ControlGroupsV1(root));
        }
        return Optional.empty();
    }
}
