package assay.sandbox.docker;

import static java.util.Objects.requireNonNull;

/**
 * What can be chosen of the containers.
 *
 * @param runtime by name, as the engine knows it, e.g. {@code runc} or {@code runsc}
 * @param ahead how many runners are started before they are asked for
 */
public record DockerSettings(String runtime, int ahead) {
    public static final DockerSettings DEFAULT = new DockerSettings("runc", 1);

    public DockerSettings {
        requireNonNull(runtime, "runtime is null");
        if (ahead < 0) {
            throw new IllegalArgumentException("ahead is negative: " + ahead);
        }
    }
}
