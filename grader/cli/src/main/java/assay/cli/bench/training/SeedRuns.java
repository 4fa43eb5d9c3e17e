package assay.cli.bench.training;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.TrainingSpec;
import assay.core.domain.GraderFault;
import assay.core.port.Classes;
import assay.core.port.ReferenceNetworks;
import assay.core.port.ReferenceNetworks.Measured;
import assay.core.port.ReferenceNetworks.Probe;
import assay.core.port.TrainingGround;
import assay.core.port.TrainingOrder;
import assay.core.port.TrainingRun;
import assay.core.port.TrainingWatcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Trains a task from a seed, with all that grading does meanwhile. */
final class SeedRuns {
    /** As many as grading watches after each epoch. */
    private static final int WATCHED = 2000;

    private static final int ALL = Integer.MAX_VALUE;

    private final TrainingGround ground;
    private final ReferenceNetworks networks;
    private final TrainingSpec spec;
    private final Consumer<String> progress;

    SeedRuns(TrainingGround ground, ReferenceNetworks networks, TrainingSpec spec, Consumer<String> progress) {
        this.ground = requireNonNull(ground, "ground is null");
        this.networks = requireNonNull(networks, "networks is null");
        this.spec = requireNonNull(spec, "spec is null");
        this.progress = requireNonNull(progress, "progress is null");
    }

    SeedRun run(Classes classes, long seed) {
        Probe probe = networks.probe(spec, seed);
        TrainingOrder order = new TrainingOrder(
                seed, List.of(), new TrainingOrder.Probe(probe.weights(), probe.input(), false), new LinkedHashMap<>());
        Watch watch = new Watch(seed);
        TrainingRun run = ground.train(classes, spec, order, watch);
        long end = System.nanoTime();
        if (run.epochs().isEmpty()) {
            throw fault("no epoch was completed: " + run.end());
        }
        if (!(networks.measure(spec, run.epochs().getLast().weights(), ALL) instanceof Measured.Accuracy accuracy)) {
            throw fault("the weights do not fit the network " + spec.network());
        }
        Duration graded = Duration.ofNanos(System.nanoTime() - end);
        return new SeedRun(seed, accuracy, Duration.ofNanos(end - watch.start), graded, run.end(), watch.curve);
    }

    private static GraderFault fault(String reason) {
        return new GraderFault(GraderFault.Code.SANDBOX, "train by a seed", reason);
    }

    /** Measures and tells; it ends nothing. */
    private final class Watch implements TrainingWatcher {
        private final long seed;
        private final long start = System.nanoTime();
        private final List<SeedRun.Point> curve = new ArrayList<>();

        Watch(long seed) {
            this.seed = seed;
        }

        @Override
        public void announced(TrainingRun.Announced announced) {
            progress.accept(
                    "seed %d: %d epochs of batches of %d".formatted(seed, announced.epochs(), announced.batchSize()));
        }

        @Override
        public String epoch(TrainingRun.Epoch epoch) {
            Duration since = Duration.ofNanos(System.nanoTime() - start);
            double share = networks.measure(spec, epoch.weights(), WATCHED) instanceof Measured.Accuracy accuracy
                    ? accuracy.share()
                    : Double.NaN;
            curve.add(new SeedRun.Point(since, share));
            progress.accept(String.format(
                    Locale.ROOT,
                    "seed %d, epoch %d: %.2f %% of %d right after %d s",
                    seed,
                    epoch.number(),
                    100 * share,
                    WATCHED,
                    since.toSeconds()));
            return "";
        }
    }
}
