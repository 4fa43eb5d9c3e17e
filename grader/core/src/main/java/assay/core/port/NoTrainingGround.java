package assay.core.port;

import assay.core.assignment.TrainingSpec;
import assay.core.domain.GraderFault;
import assay.core.domain.Limits;
import assay.core.domain.SourceFile;
import java.util.List;
import java.util.Map;

/** Says that nothing can be trained here. */
final class NoTrainingGround implements TrainingGround {
    @Override
    public CompileOutcome compile(List<SourceFile> sources, Limits limits) {
        throw missing();
    }

    @Override
    public TrainingRun train(Classes classes, TrainingSpec spec, TrainingOrder order, TrainingWatcher watcher) {
        throw missing();
    }

    @Override
    public Map<String, String> description() {
        return Map.of();
    }

    @Override
    public void close() {
        // There is nothing to close.
    }

    private static GraderFault missing() {
        return new GraderFault(GraderFault.Code.SANDBOX, "train a network", "this command does not train");
    }
}
