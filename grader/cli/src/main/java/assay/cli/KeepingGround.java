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

/**
 * Keeps the weights of each epoch's end in a file, so that they can be graded again. Where there are several tasks, each has its
 * own: {@code weights.safetensors} becomes {@code weights-resnet20.safetensors}.
 */
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
                keep(fileOf(spec.task()), epoch.weights());
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

    private Path fileOf(String task) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        int end = dot < 0 ? name.length() : dot;
        return task.isEmpty() ? file : file.resolveSibling(name.substring(0, end) + "-" + task + name.substring(end));
    }

    private static void keep(Path to, byte[] weights) {
        try {
            Files.write(to, weights);
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.STORAGE, "keep weights in " + to, e);
        }
    }
}
