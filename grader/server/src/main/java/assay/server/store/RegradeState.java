package assay.server.store;

/** Where a regrade of a whole assignment is. */
public enum RegradeState {
    /** It is graded beside what counts, and waits for a decision. */
    PROPOSED,
    APPLIED,
    /** For those alone who gain by it. */
    APPLIED_UPWARDS,
    DROPPED
}
