package assay.core.domain;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What one case used, as measured outside the sandbox.
 *
 * @param wall from the start of the call to the arrival of its output
 */
public record RunUsage(Duration wall) {
    public static final RunUsage NONE = new RunUsage(Duration.ZERO);

    public RunUsage {
        requireNonNull(wall, "wall is null");
    }
}
