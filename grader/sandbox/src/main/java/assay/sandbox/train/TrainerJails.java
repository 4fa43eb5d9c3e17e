package assay.sandbox.train;

import assay.core.domain.DataSize;
import assay.sandbox.jail.Jail;
import java.util.Map;

/** Starts jails for training. Safe for use by several threads at once; throws only GraderFault. */
public interface TrainerJails extends AutoCloseable {
    /** A compiler with the training API and DJL's on its class path. */
    Jail compiler(DataSize memory);

    /**
     * A trainer that sees the training data of that set.
     *
     * @param data id of the set, e.g. {@code cifar10}
     * @param gpu whether it gets the machine's GPUs, if there are any
     */
    Jail trainer(DataSize memory, String data, boolean gpu);

    /** Whether a trainer that is to have GPUs gets any here. */
    boolean hasGpu();

    /** What trains and where, for the provenance. */
    Map<String, String> description();

    @Override
    void close();
}
