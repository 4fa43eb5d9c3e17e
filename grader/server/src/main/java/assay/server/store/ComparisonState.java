package assay.server.store;

/** How far a comparison is. */
public enum ComparisonState {
    WAITING,
    RUNNING,
    DONE,
    FAILED
}
