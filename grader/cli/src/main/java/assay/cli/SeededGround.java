package assay.cli;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.TrainingSpec;
import assay.core.domain.Limits;
import assay.core.domain.SourceFile;
import assay.core.port.Classes;
import assay.core.port.CompileOutcome;
import assay.core.port.TrainingGround;
import assay.core.port.TrainingOrder;
import assay.core.port.TrainingRun;
import assay.core.port.TrainingWatcher;
import java.util.List;
import java.util.Map;

/**
 * Trains by a seed of one's own rather than the assignment's: to see what else might have come of it. At home alone;
 * grading knows no such choice.
 */
record SeededGround(TrainingGround ground, long seed) implements TrainingGround {
    SeededGround {
        requireNonNull(ground, "ground is null");
    }

    @Override
    public CompileOutcome compile(List<SourceFile> sources, Limits limits) {
        return ground.compile(sources, limits);
    }

    @Override
    public TrainingRun train(Classes classes, TrainingSpec spec, TrainingOrder order, TrainingWatcher watcher) {
        TrainingOrder other = new TrainingOrder(seed, order.rateSteps(), order.probe(), order.start());
        return ground.train(classes, spec, other, watcher);
    }

    @Override
    public Map<String, String> description() {
        return ground.description();
    }

    @Override
    public void close() {
        ground.close();
    }
}
