package assay.core.assignment;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a training run is looked at for. Whatever can be measured by the grader's own network is. */
public sealed interface TrainingCheck {
    /** Epochs within the assignment's, and a batch that is not larger than the data. */
    record HyperParameters() implements TrainingCheck {}

    /** The parameters are the reference network's: names, shapes and their number. */
    record Architecture() implements TrainingCheck {}

    /** With the grader's weights the network gives what the reference network gives. */
    record Forward() implements TrainingCheck {}

    /**
     * The loss falls.
     *
     * @param to the loss after the last epoch over that before the first must be at most this
     */
    record LossFalls(double to) implements TrainingCheck {}

    /**
     * More is right after a later epoch than after an earlier one.
     *
     * @param from an epoch; 0 is before the first
     * @param to a later epoch; if the run had fewer, its last
     * @param by at least so much of all images, from 0 to 1
     */
    record AccuracyImproves(int from, int to, double by) implements TrainingCheck {}

    /**
     * More than that share of all test images is right in the end. At exactly the share it is not.
     *
     * @param above from 0 to 1
     */
    record Accuracy(double above) implements TrainingCheck {}

    /**
     * The learning rate is as asked for at these updates, to one part in a thousand.
     *
     * @param at rates by the number of the update, from 0
     */
    record LearningRate(Map<Integer, Double> at) implements TrainingCheck {
        public LearningRate {
            requireNonNull(at, "at is null");
            at = Collections.unmodifiableMap(new TreeMap<>(at));
        }
    }

    /**
     * These parameters are after training what they were before, bit for bit, and some other is not.
     *
     * @param layers e.g. {@code conv1}
     */
    record Frozen(List<String> layers) implements TrainingCheck {
        public Frozen {
            layers = List.copyOf(layers);
        }
    }

    /**
     * The quickest epoch takes at most so long, as seen from outside.
     *
     * @param atMost wall time
     */
    record EpochTime(Duration atMost) implements TrainingCheck {
        public EpochTime {
            requireNonNull(atMost, "atMost is null");
        }
    }
}
