package assay.sandbox.engine;

import java.util.Comparator;

/** A version of the engine's HTTP API, e.g. {@code 1.44}. */
record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {
    /** What this code was written for; newer engines still speak it. */
    static final ApiVersion WANTED = new ApiVersion(1, 44);

    static ApiVersion parse(String text) {
        String[] numbers = text.split("\\.", -1);
        if (numbers.length != 2) {
            throw new IllegalArgumentException("no API version: " + text);
        }
        return new ApiVersion(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
    }

    /**
     * What to speak with an engine: the wanted version, or the one of its own that is nearest. Docker 29 refuses what is
     * older than 1.44, engines before 25 refuse what is newer than theirs.
     */
    static ApiVersion negotiate(ApiVersion oldest, ApiVersion newest) {
        if (WANTED.compareTo(newest) > 0) {
            return newest;
        }
        return WANTED.compareTo(oldest) < 0 ? oldest : WANTED;
    }

    @Override
    public int compareTo(ApiVersion other) {
        return Comparator.comparingInt(ApiVersion::major)
                .thenComparingInt(ApiVersion::minor)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
