package assay.core.intake;

import static java.util.Objects.requireNonNull;

import assay.core.domain.DataSize;

/**
 * How much one submission may hold. Everything is counted while it is read, never taken from what an archive claims.
 *
 * @param entries files and folders of any kind
 * @param files Java files
 * @param file one Java file
 * @param text all Java files together
 * @param archive an archive as it was handed in
 * @param unpacked an archive unpacked
 * @param pathLength characters of a path inside the submission
 * @param depth folders inside each other
 */
public record IntakeLimits(
        int entries,
        int files,
        DataSize file,
        DataSize text,
        DataSize archive,
        DataSize unpacked,
        int pathLength,
        int depth) {
    public IntakeLimits {
        requireNonNull(file, "file is null");
        requireNonNull(text, "text is null");
        requireNonNull(archive, "archive is null");
        requireNonNull(unpacked, "unpacked is null");
        if (entries < 1 || files < 1 || pathLength < 1 || depth < 1) {
            throw new IllegalArgumentException("a limit is not positive");
        }
        // Archives and files are read into arrays.
        if (file.bytes() >= Integer.MAX_VALUE || archive.bytes() >= Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a limit is 2 GiB or more");
        }
    }

    /** Far above any homework, and small enough for a class to be read on a small machine. */
    public static IntakeLimits standard() {
        return new IntakeLimits(
                10_000,
                2_000,
                DataSize.ofMebibytes(1),
                DataSize.ofMebibytes(8),
                DataSize.ofMebibytes(20),
                DataSize.ofMebibytes(64),
                240,
                20);
    }
}
