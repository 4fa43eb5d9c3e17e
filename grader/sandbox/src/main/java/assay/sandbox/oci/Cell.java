package assay.sandbox.oci;

import static java.util.Objects.requireNonNull;

import assay.core.domain.DataSize;
import assay.sandbox.jail.Bounds;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What runs in one container.
 *
 * @param root file system, read-only
 * @param command program and arguments
 * @param environment as {@code NAME=value}
 * @param shown folders of this machine that are seen there, read-only, by their paths inside
 */
record Cell(
        Path root,
        List<String> command,
        List<String> environment,
        DataSize memory,
        Bounds bounds,
        Map<String, Path> shown) {
    Cell {
        requireNonNull(root, "root is null");
        requireNonNull(memory, "memory is null");
        requireNonNull(bounds, "bounds is null");
        command = List.copyOf(command);
        environment = List.copyOf(environment);
        shown = Map.copyOf(shown);
    }
}
