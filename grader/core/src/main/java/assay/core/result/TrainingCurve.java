package assay.core.result;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;

/**
 * How a training run went, epoch by epoch.
 *
 * @param watched how many test images were measured after each epoch
 * @param points by epoch; the first is before training
 */
public record TrainingCurve(int watched, List<Point> points) {
    public TrainingCurve {
        points = List.copyOf(points);
    }

    /**
     * After one epoch.
     *
     * @param epoch from 0, which is before training
     * @param reported the mean loss that the code reports; NaN before training
     * @param loss as measured by the grader on the watched images; NaN where the weights could not be measured
     * @param accuracy as measured by the grader, from 0 to 1; NaN where the weights could not be measured
     * @param wall of the epoch
     */
    public record Point(int epoch, double reported, double loss, double accuracy, Duration wall) {
        public Point {
            requireNonNull(wall, "wall is null");
        }
    }
}
