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
 * @param epochs at most so many; a loop that wants more is ended there. With 0 the network is looked at and not trained
 * @param wall for the whole run; what the last epoch before it left is graded
 * @param memory of the sandbox that trains
 * @param gpu whether a GPU is used where the machine has one
 * @param needs ids of the parts that must be accepted before anything is spent on training
 * @param giveUp when there is no point in going on
 * @param task the name of the student's task; empty where there is only one
 * @param start whose weights it begins with; empty where the task initialises its network itself
 * @param gpuTime for the whole run where a GPU is assigned to it; empty where wall is the only limit
 */
public record TrainingSpec(
        String network,
        String data,
        int epochs,
        Duration wall,
        DataSize memory,
        boolean gpu,
        List<String> needs,
        Optional<GiveUp> giveUp,
        String task,
        Optional<Start> start,
        Optional<Duration> gpuTime) {
    public TrainingSpec {
        requireNonNull(network, "network is null");
        requireNonNull(data, "data is null");
        requireNonNull(wall, "wall is null");
        requireNonNull(memory, "memory is null");
        requireNonNull(giveUp, "giveUp is null");
        requireNonNull(task, "task is null");
        requireNonNull(start, "start is null");
        requireNonNull(gpuTime, "gpuTime is null");
        needs = List.copyOf(needs);
    }

    /** Of the only task of an assignment, from its own initialisation. */
    public TrainingSpec(
            String network,
            String data,
            int epochs,
            Duration wall,
            DataSize memory,
            boolean gpu,
            List<String> needs,
            Optional<GiveUp> giveUp) {
        this(network, data, epochs, wall, memory, gpu, needs, giveUp, "", Optional.empty(), Optional.empty());
    }

    /** The same with another number of epochs. */
    public TrainingSpec withEpochs(int others) {
        return new TrainingSpec(network, data, others, wall, memory, gpu, needs, giveUp, task, start, gpuTime);
    }

    /** The same with a limit to the time of a GPU. */
    public TrainingSpec withGpuTime(Duration limit) {
        return new TrainingSpec(
                network, data, epochs, wall, memory, gpu, needs, giveUp, task, start, Optional.of(limit));
    }

    /**
     * Ends a run that leads nowhere.
     *
     * @param afterEpochs from when on
     * @param below the share of the watched test images that must be right then, from 0 to 1
     */
    public record GiveUp(int afterEpochs, double below) {}

    /**
     * Weights to begin with: those that an earlier part of the same network ended with.
     *
     * @param part its id
     * @param except layers that begin anew, e.g. {@code fc3}
     */
    public record Start(String part, List<String> except) {
        public Start {
            requireNonNull(part, "part is null");
            except = List.copyOf(except);
        }

        /** Whether that parameter begins anew. */
        public boolean isNew(String parameter) {
            return except.stream().anyMatch(layer -> parameter.equals(layer) || parameter.startsWith(layer + "."));
        }
    }
}
