package assay.core.port;

/** Hears of a run while it goes on, on the thread that trains. */
public interface TrainingWatcher {
    /** Training begins. */
    void announced(TrainingRun.Announced announced);

    /**
     * An epoch is over.
     *
     * @return why the run should end now; empty to go on
     */
    String epoch(TrainingRun.Epoch epoch);
}
