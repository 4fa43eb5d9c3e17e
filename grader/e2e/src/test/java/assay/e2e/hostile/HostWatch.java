package assay.e2e.hostile;

/** Looks after the host while attacks run, from its making to its end. */
interface HostWatch extends AutoCloseable {
    /** Fails if anything is left of what ran: to be called when the sandbox is closed. */
    void assertNothingLeft();

    @Override
    void close();
}
