package assay.core.port;

import assay.core.assignment.TrainingSpec;
import assay.core.domain.GraderFault;
import assay.core.domain.Limits;
import assay.core.domain.SourceFile;
import java.util.List;
import java.util.Map;

/**
 * Where strangers' networks are trained. Safe for use by several threads at once. Every method throws
 * {@link GraderFault} where the ground itself fails, and nothing else.
 */
public interface TrainingGround extends AutoCloseable {
    /** Compiles sources against the training API and what it needs; nothing of them is executed. */
    CompileOutcome compile(List<SourceFile> sources, Limits limits);

    /** Trains the one task among the classes until it is done, over a limit, or the watcher has seen enough. */
    TrainingRun train(Classes classes, TrainingSpec spec, TrainingOrder order, TrainingWatcher watcher);

    /** What trains and where, for the provenance. */
    Map<String, String> description();

    @Override
    void close();

    /** For an installation that grades kernels alone. */
    static TrainingGround none() {
        return new NoTrainingGround();
    }
}
