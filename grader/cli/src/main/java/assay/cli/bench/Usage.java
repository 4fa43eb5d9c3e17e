package assay.cli.bench;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What something took.
 *
 * @param machine processor time of the whole machine: the engine, its containers and whatever else ran
 * @param own of it, processor time of this process
 * @param tree of this process and of those that it started and that have ended; others do not disturb it, and what an
 *     engine does is not in it
 */
record Usage(Duration wall, Duration machine, Duration own, Duration tree) {
    Usage {
        requireNonNull(wall, "wall is null");
        requireNonNull(machine, "machine is null");
        requireNonNull(own, "own is null");
        requireNonNull(tree, "tree is null");
    }
}
