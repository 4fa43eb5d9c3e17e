package assay.cli;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.pipeline.Trainings;
import assay.core.port.TrainingGround;
import java.util.Optional;
import java.util.function.Function;

/** What a service needs for assignments that train: opened for the first that does, since few courses have one. */
final class LazyTrainings implements Function<Assignment, Trainings>, AutoCloseable {
    private final Workbench bench;
    private final SandboxOptions options;
    private Optional<TrainingGround> ground = Optional.empty();

    LazyTrainings(Workbench bench, SandboxOptions options) {
        this.bench = requireNonNull(bench, "bench is null");
        this.options = requireNonNull(options, "options is null");
    }

    @Override
    public synchronized Trainings apply(Assignment assignment) {
        if (ground.isEmpty()) {
            ground = Optional.of(bench.trainingGround(options));
        }
        return Trainings.of(ground.get(), bench.networks());
    }

    @Override
    public synchronized void close() {
        if (ground.isPresent()) {
            ground.get().close();
        }
    }
}
