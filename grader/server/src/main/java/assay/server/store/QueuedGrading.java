package assay.server.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A grading in the queue, with what the scheduler knows of its job.
 *
 * @param nextAt when it may be tried next; empty where there is no job any more
 * @param heldAt when its worker was last heard of; empty while nobody holds it
 */
public record QueuedGrading(StoredGrading grading, Optional<Instant> nextAt, Optional<Instant> heldAt) {
    public QueuedGrading {
        requireNonNull(grading, "grading is null");
        requireNonNull(nextAt, "nextAt is null");
        requireNonNull(heldAt, "heldAt is null");
    }
}
