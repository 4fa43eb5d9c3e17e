package assay.core.domain;

/**
 * An amount of memory or storage.
 *
 * @param bytes not negative
 */
public record DataSize(long bytes) {
    private static final long KIBI = 1024;

    public DataSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("size is negative: " + bytes);
        }
    }

    public static DataSize ofKibibytes(long kibibytes) {
        return new DataSize(Math.multiplyExact(kibibytes, KIBI));
    }

    public static DataSize ofMebibytes(long mebibytes) {
        return new DataSize(Math.multiplyExact(mebibytes, KIBI * KIBI));
    }

    /** With the largest binary unit that leaves a whole number, e.g. {@code 512 MiB}. */
    @Override
    public String toString() {
        if (bytes >= KIBI * KIBI && bytes % (KIBI * KIBI) == 0) {
            return bytes / (KIBI * KIBI) + " MiB";
        }
        return bytes >= KIBI && bytes % KIBI == 0 ? bytes / KIBI + " KiB" : bytes + " B";
    }
}
