package assay.cli;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.TrainingSpec;
import assay.core.domain.GraderFault;
import assay.core.domain.Limits;
import assay.core.domain.SourceFile;
import assay.core.port.Classes;
import assay.core.port.CompileOutcome;
import assay.core.port.TrainingGround;
import assay.core.port.TrainingOrder;
import assay.core.port.TrainingRun;
import assay.core.port.TrainingWatcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Keeps the weights of each epoch's end in a file, so that they can be graded again. */
record KeepingGround(TrainingGround ground, Path file) implements TrainingGround {
    KeepingGround {
        requireNonNull(ground, "ground is null");
        requireNonNull(file, "file is null");
    }

    @Override
    public CompileOutcome compile(List<SourceFile> sources, Limits limits) {
        return ground.compile(sources, limits);
    }

    @Override
    public TrainingRun train(Classes classes, TrainingSpec spec, TrainingOrder order, TrainingWatcher watcher) {
        return ground.train(classes, spec, order, new TrainingWatcher() {
            @Override
            public void announced(TrainingRun.Announced announced) {
                watcher.announced(announced);
            }

            @Override
            public String epoch(TrainingRun.Epoch epoch) {
                keep(epoch.weights());
                return watcher.epoch(epoch);
            }
        });
    }

    @Override
    public Map<String, String> description() {
        return ground.description();
    }

    @Override
    public void close() {
        ground.close();
    }

    private void keep(byte[] weights) {
        try {
            Files.write(file, weights);
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.STORAGE, "keep weights in " + file, e);
        }
    }
}
