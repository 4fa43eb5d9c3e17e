package assay.cli.bench;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What something took.
 *
 * @param machine processor time of the whole machine: the engine, its containers and whatever else ran
 * @param own of it, processor time of this process
 */
record Usage(Duration wall, Duration machine, Duration own) {
    Usage {
        requireNonNull(wall, "wall is null");
        requireNonNull(machine, "machine is null");
        requireNonNull(own, "own is null");
    }
}
