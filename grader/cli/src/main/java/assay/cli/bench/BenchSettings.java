package assay.cli.bench;

/**
 * What is measured.
 *
 * @param submissions graded by Assay
 * @param plain submissions graded the plain way
 * @param jobs submissions at a time, both ways
 * @param all whether samples that run into a limit by design are taken too
 */
public record BenchSettings(int submissions, int plain, int jobs, boolean all) {
    public BenchSettings {
        atLeastOne("submissions", submissions);
        atLeastOne("plain", plain);
        atLeastOne("jobs", jobs);
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, but is " + value);
        }
    }
}
