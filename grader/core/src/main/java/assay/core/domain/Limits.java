package assay.core.domain;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What one submission may use.
 *
 * @param compile wall time of its compilation
 * @param caseCpu processor time of one case
 * @param caseWall wall time of one case, well above {@code caseCpu} so that a loaded machine costs nobody anything
 * @param memory of the whole sandbox, swap included
 * @param output what it may print in one case
 */
public record Limits(Duration compile, Duration caseCpu, Duration caseWall, DataSize memory, DataSize output) {
    /** What holds where an assignment says nothing. */
    public static final Limits DEFAULT = new Limits(
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            DataSize.ofMebibytes(512),
            DataSize.ofKibibytes(256));

    public Limits {
        requireNonNull(compile, "compile is null");
        requireNonNull(caseCpu, "caseCpu is null");
        requireNonNull(caseWall, "caseWall is null");
        requireNonNull(memory, "memory is null");
        requireNonNull(output, "output is null");
    }
}
