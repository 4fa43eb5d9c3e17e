package assay.sandbox.oci;

import assay.core.domain.DataSize;
import assay.core.domain.GraderFault;
import assay.sandbox.jail.Bounds;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes control groups, by the version that the kernel of this machine has. */
interface ControlGroups {
    /** Below the root of every hierarchy, as Docker has {@code docker}. */
    String PARENT = "assay";

    /**
     * A new group with the limits of a container.
     *
     * @param owner folder between {@link #PARENT} and the group
     */
    ControlGroup create(String owner, String name, DataSize memory, Bounds bounds);

    /** Ends all that runs in any group of an owner and removes them. */
    void removeAll(String owner);

    /** E.g. {@code 2}, for the provenance. */
    String version();

    static ControlGroups ofThisMachine() {
        return at(Path.of("/sys/fs/cgroup"));
    }

    /** @param root where the hierarchies are mounted */
    static ControlGroups at(Path root) {
        if (Files.exists(root.resolve("cgroup.controllers"))) {
            return new ControlGroupsV2(root);
        }
        if (Files.exists(root.resolve("memory/memory.limit_in_bytes"))) {
            return new ControlGroupsV1(root);
        }
        throw new GraderFault(
                GraderFault.Code.SANDBOX, "limit containers", "there are no control groups for memory at " + root);
    }
}
