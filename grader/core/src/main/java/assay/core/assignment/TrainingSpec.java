package assay.core.assignment;

import static java.util.Objects.requireNonNull;

import assay.core.domain.DataSize;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is trained, on what, and what it may cost.
 *
 * @param network the id of the reference network that the trained weights must fit, e.g. {@code cifar-cnn}
 * @param data the id of the data set, e.g. {@code cifar10}
 * @param epochs at most so many; a loop that wants more is ended there
 * @param wall for the whole run; what the last epoch before it left is graded
 * @param memory of the sandbox that trains
 * @param gpu whether a GPU is used where the machine has one
 * @param needs ids of the parts that must be accepted before anything is spent on training
 * @param giveUp when there is no point in going on
 */
public record TrainingSpec(
        String network,
        String data,
        int epochs,
        Duration wall,
        DataSize memory,
        boolean gpu,
        List<String> needs,
        Optional<GiveUp> giveUp) {
    public TrainingSpec {
        requireNonNull(network, "network is null");
        requireNonNull(data, "data is null");
        requireNonNull(wall, "wall is null");
        requireNonNull(memory, "memory is null");
        requireNonNull(giveUp, "giveUp is null");
        needs = List.copyOf(needs);
    }

    /**
     * Ends a run that leads nowhere.
     *
     * @param afterEpochs from when on
     * @param below the share of the watched test images that must be right then, from 0 to 1
     */
    public record GiveUp(int afterEpochs, double below) {}
}
