package assay.core.assignment;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a training run is looked at for. Whatever can be measured by the grader's own network is. */
public sealed interface TrainingCheck {
    /** How many epochs there must be at least, so that it can be accepted; 0 where the network itself is looked at. */
    default int epochs() {
        return switch (this) {
            case HyperParameters _, Architecture _, Forward _, TrainMode _, KaimingNormal _, LearningRate _ -> 0;
            case LossFalls _, Accuracy _, Beats _, Frozen _, EpochTime _ -> 1;
            case LossAt at -> at.epoch();
            case AccuracyImproves improves -> improves.from() + 1;
        };
    }

    /** Epochs within the assignment's, and a batch that is not larger than the data. */
    record HyperParameters() implements TrainingCheck {}

    /** The parameters are the reference network's: names, shapes and their number. */
    record Architecture() implements TrainingCheck {}

    /** With the grader's weights the network gives what the reference network gives. */
    record Forward() implements TrainingCheck {}

    /**
     * In training the network gives what the reference network gives: batch norms take the batch's own statistics. Where
     * there is dropout, two passes must differ, and what is right of each is not compared.
     */
    record TrainMode() implements TrainingCheck {}

    /** Convolutions begin as drawn by {@code kaiming_normal_} with fan out for ReLU, batch norms with 1 and 0. */
    record KaimingNormal() implements TrainingCheck {}

    /**
     * The loss on the watched test images is low enough at some time.
     *
     * @param epoch after which, from 1; if the run had fewer, it is not judged
     * @param atMost the mean cross entropy
     */
    record LossAt(int epoch, double atMost) implements TrainingCheck {}

    /**
     * More of the test images is right in the end than with the network of an earlier part.
     *
     * @param part its id
     * @param by more than so much of all images, from 0 to 1
     */
    record Beats(String part, double by) implements TrainingCheck {
        public Beats {
            requireNonNull(part, "part is null");
        }
    }

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
