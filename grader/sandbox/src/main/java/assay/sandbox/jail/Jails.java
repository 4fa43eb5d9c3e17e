package assay.sandbox.jail;

import assay.core.domain.DataSize;
import java.util.Map;

/** Starts jails. Safe for use by several threads at once; throws only {@link assay.core.domain.GraderFault}. */
public interface Jails extends AutoCloseable {
    /**
     * A started process that waits for its first frame.
     *
     * @param memory of all that runs in the jail
     */
    Jail start(Program program, DataSize memory);

    /** What runs and where, for the provenance: {@code kind} and what else there is to say. */
    Map<String, String> description();

    /** Ends all that were started and waits until nothing is left of them. */
    @Override
    void close();
}
