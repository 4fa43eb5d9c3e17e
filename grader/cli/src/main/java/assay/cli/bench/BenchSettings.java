package assay.cli.bench;

import java.util.List;

/**
 * What is measured.
 *
 * @param ways by name, in the order in which they are measured
 * @param sizes of the classes that are graded
 * @param jobs submissions at a time; each size with each of these
 * @param plain the most submissions that are graded the plain way
 * @param maven the most submissions that Maven builds
 * @param single how often one submission alone is graded, for the time that one waits
 * @param all whether samples that run into a limit by design are taken too
 */
public record BenchSettings(
        List<String> ways, List<Integer> sizes, List<Integer> jobs, int plain, int maven, int single, boolean all) {
    /** Every way, the floor first: then nothing of another is still warm. */
    public static final List<String> WAYS = List.of("floor", "docker", "oci", "plain", "maven");

    public BenchSettings {
        ways = List.copyOf(ways);
        sizes = sorted("submissions", sizes);
        jobs = sorted("jobs", jobs);
        atLeastOne("plain", plain);
        atLeastOne("maven", maven);
        atLeastOne("single", single);
        for (String way : ways) {
            if (!WAYS.contains(way)) {
                throw new IllegalArgumentException("ways must be of " + String.join(", ", WAYS) + ", not " + way);
            }
        }
    }

    /** The sizes for a way that takes so many at most. */
    List<Integer> sizes(int atMost) {
        return sizes.stream().map(size -> Math.min(size, atMost)).distinct().toList();
    }

    public int mostJobs() {
        return jobs.getLast();
    }

    private static List<Integer> sorted(String name, List<Integer> numbers) {
        if (numbers.isEmpty()) {
            throw new IllegalArgumentException(name + " must be given");
        }
        numbers.forEach(number -> atLeastOne(name, number));
        return numbers.stream().sorted().distinct().toList();
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, but is " + value);
        }
    }
}
