package assay.core.policy;

/** How much the classes of one submission may name, together: far more than honest ones do, and little memory. */
final class Allowance {
    private static final int MOST_USES = 1_000_000;
    private static final long MOST_CHARACTERS = 20_000_000;

    private int uses;
    private long characters;

    /** For one thing that is named, in so many characters. */
    void take(long length) {
        uses++;
        characters += length;
        if (uses > MOST_USES || characters > MOST_CHARACTERS) {
            throw new Exceeded();
        }
    }

    static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
