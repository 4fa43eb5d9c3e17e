package assay.core.assignment;

/** What a student sees of a hidden case. */
public enum Feedback {
    /** Only how many hidden cases of a part passed. */
    COUNT,
    /** The verdict of each. */
    VERDICT,
    /** The verdict and the error against the tolerance, but no value. */
    ERROR
}
