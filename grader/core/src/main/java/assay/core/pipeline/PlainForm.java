package assay.core.pipeline;

import assay.kernels.call.Argument;
import assay.kernels.call.Kernel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A scalar form of our own, timed in turn with a student's: how long a plain one takes on this machine, now. Without it,
 * whoever slows the scalar form down makes any other look fast.
 */
interface PlainForm extends AutoCloseable {
    /**
     * Runs it once.
     *
     * @return how long it took; empty where there is none for that kernel
     * @throws assay.core.domain.GraderFault where it could not be run
     */
    Optional<Duration> takes(Kernel kernel, List<Argument> arguments);

    @Override
    void close();
}
