package assay.server.store;

/** Who is served first. */
public enum Urgency {
    /** A student waits for the result, with time left to act on it. */
    WAITING,
    /** Handed in with the crowd, around the deadline or after it. */
    CROWD,
    REGRADE
}
