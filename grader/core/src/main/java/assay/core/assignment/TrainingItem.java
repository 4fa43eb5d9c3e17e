package assay.core.assignment;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Points;

/**
 * One thing that a training run must show, with its points.
 *
 * @param id unique in its part, e.g. {@code accuracy}
 */
public record TrainingItem(String id, Points points, TrainingCheck check) {
    public TrainingItem {
        requireNonNull(id, "id is null");
        requireNonNull(points, "points is null");
        requireNonNull(check, "check is null");
    }
}
