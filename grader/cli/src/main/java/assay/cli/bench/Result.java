package assay.cli.bench;

import static java.util.Objects.requireNonNull;

import assay.core.domain.DataSize;

/**
 * One class graded one way.
 *
 * @param way by name
 * @param cases of each submission
 * @param jobs submissions at a time
 * @param memory that this process held at the end
 */
record Result(String way, int cases, int jobs, Measurement measurement, DataSize memory) {
    Result {
        requireNonNull(way, "way is null");
        requireNonNull(measurement, "measurement is null");
        requireNonNull(memory, "memory is null");
    }
}
