package assay.cli.bench;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.golden.store.GoldenStore;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How long the goldens of one assignment take.
 *
 * @param cold from nothing; for the first assignment of a process, with the loading of PyTorch
 * @param stored read by a store that has none in memory
 */
record GoldenTime(String assignment, int cases, Duration cold, Duration stored) {
    GoldenTime {
        requireNonNull(assignment, "assignment is null");
        requireNonNull(cold, "cold is null");
        requireNonNull(stored, "stored is null");
    }

    /** @param directory of the store; has none of the assignment's goldens yet */
    static GoldenTime measure(Assignment assignment, Path directory, Path secret) {
        Duration cold = make(assignment, directory, secret);
        Duration stored = make(assignment, directory, secret);
        return new GoldenTime(assignment.id(), cases(assignment), cold, stored);
    }

    static int cases(Assignment assignment) {
        return assignment.parts().stream()
                .mapToInt(part -> assignment.cases(part).size())
                .sum();
    }

    private static Duration make(Assignment assignment, Path directory, Path secret) {
        long start = System.nanoTime();
        String digest =
                GoldenStore.in(directory, secret).description(assignment).getOrDefault("digest", "");
        assert !digest.isEmpty() : "a digest over every golden";
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
