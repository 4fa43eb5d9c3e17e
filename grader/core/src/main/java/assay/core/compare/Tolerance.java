package assay.core.compare;

/**
 * How far an output may be from its golden.
 *
 * <p>The mean squared error may be at most {@code relative} times the golden's variance, or {@code absolute} where that
 * is larger; the absolute floor serves goldens that hardly vary. Where the golden holds one number or does not vary at
 * all, its mean square takes the variance's place.
 */
public record Tolerance(double relative, double absolute) {
    public static final Tolerance DEFAULT = new Tolerance(1e-8, 1e-12);

    public Tolerance {
        if (!(relative >= 0) || !(absolute >= 0) || !(relative + absolute > 0)) {
            throw new IllegalArgumentException(
                    "tolerance must be positive, but is relative " + relative + ", absolute " + absolute);
        }
    }
}
