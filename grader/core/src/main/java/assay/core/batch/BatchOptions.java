package assay.core.batch;

/**
 * How a class is graded.
 *
 * @param jobs how many submissions at a time
 * @param force whether to grade again what has not changed
 */
public record BatchOptions(int jobs, boolean force) {
    public BatchOptions {
        if (jobs < 1) {
            throw new IllegalArgumentException("jobs must be at least 1, but is " + jobs);
        }
    }
}
