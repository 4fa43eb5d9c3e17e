package assay.cli.bench.training;

import java.util.List;

/**
 * What is measured.
 *
 * @param ways by name; the first is where the seeds are trained, each of them has its speed measured
 * @param seeds each trains the task once; may be empty
 * @param images of which an epoch consists where speed is measured; 0 to leave that out
 * @param rounds how often each way's speed is measured, the ways in turn
 */
public record TrainingSettings(List<String> ways, List<Long> seeds, int images, int rounds) {
    /** Where a trainer can run. */
    public static final List<String> WAYS = List.of("process", "docker", "oci");

    private static final int LEAST_IMAGES = 256;

    public TrainingSettings {
        ways = List.copyOf(ways);
        seeds = seeds.stream().distinct().toList();
        if (ways.isEmpty() || !WAYS.containsAll(ways)) {
            throw new IllegalArgumentException("ways must be of " + String.join(", ", WAYS));
        }
        if (images != 0 && images < LEAST_IMAGES) {
            throw new IllegalArgumentException("images must be 0 or at least " + LEAST_IMAGES + ", but is " + images);
        }
        if (rounds < 1) {
            throw new IllegalArgumentException("rounds must be at least 1, but is " + rounds);
        }
    }
}
