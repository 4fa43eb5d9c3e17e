package assay.server.store;

/** How far a comparison is. */
public enum ComparisonState {
    WAITING,
    RUNNING,
    DONE,
    FAILED;

    /** Whether there is nothing more to wait for. */
    public boolean ended() {
        return this == DONE || this == FAILED;
    }
}
