package assay.server.store;

/** Where a grading is. */
public enum GradingState {
    WAITING,
    RUNNING,
    /** The end of nearly all. */
    GRADED,
    /** Given up after several tries, through a fault of ours; the reason stands beside it. */
    SET_ASIDE
}
