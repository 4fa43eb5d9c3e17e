package assay.sandbox.oci;

import static java.util.Objects.requireNonNull;

/**
 * What can be chosen of the containers.
 *
 * @param runtime its program, by name or path, e.g. {@code runc} or {@code runsc}
 * @param ahead how many runners are started before they are asked for
 */
public record OciSettings(String runtime, int ahead) {
    public static final OciSettings DEFAULT = new OciSettings("runc", 1);

    public OciSettings {
        requireNonNull(runtime, "runtime is null");
        if (ahead < 0) {
            throw new IllegalArgumentException("ahead is negative: " + ahead);
        }
    }
}
