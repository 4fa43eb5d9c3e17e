package assay.cli.bench.training;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.TrainingSpec;
import assay.core.domain.GraderFault;
import assay.core.port.Classes;
import assay.core.port.ReferenceNetworks.Probe;
import assay.core.port.TrainingGround;
import assay.core.port.TrainingOrder;
import assay.core.port.TrainingRun;
import assay.core.port.TrainingWatcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Images a second of each way, in turn, so that what disturbs the machine disturbs all of them. */
final class Speeds {
    /** The first is for warming up. */
    private static final int EPOCHS = 2;

    private final TrainingSettings settings;
    private final TrainingTools tools;
    private final Consumer<String> progress;
    private final Map<String, List<Double>> found = new LinkedHashMap<>();

    Speeds(TrainingSettings settings, TrainingTools tools, Consumer<String> progress) {
        this.settings = requireNonNull(settings, "settings is null");
        this.tools = requireNonNull(tools, "tools is null");
        this.progress = requireNonNull(progress, "progress is null");
    }

    List<Speed> measure(Classes classes, TrainingSpec whole) {
        TrainingSpec spec = whole.withEpochs(EPOCHS);
        Probe probe = tools.networks().probe(spec, 1);
        TrainingOrder order = new TrainingOrder(
                1, List.of(), new TrainingOrder.Probe(probe.weights(), probe.input(), false), new LinkedHashMap<>());
        for (int round = 1; round <= settings.rounds(); round++) {
            String task = "";
            for (String way : settings.ways()) {
                progress.accept("speed of %s, round %d of %d".formatted(way, round, settings.rounds()));
                try (TrainingGround ground = tools.few().apply(way)) {
                    TrainingRun run = ground.train(classes, spec, order, new Silent());
                    task = run.announced()
                            .map(TrainingRun.Announced::className)
                            .orElseThrow(() -> fault("nothing was announced: " + run.end()));
                    note(way, seconds(run));
                }
            }
            progress.accept("speed of %s, round %d of %d".formatted(Speed.PLAIN, round, settings.rounds()));
            note(Speed.PLAIN, tools.plain().get().seconds(classes, task, EPOCHS));
        }
        List<Speed> speeds = new ArrayList<>();
        found.forEach((way, each) -> speeds.add(new Speed(way, each)));
        return speeds;
    }

    private void note(String way, double seconds) {
        found.computeIfAbsent(way, _ -> new ArrayList<>()).add(settings.images() / seconds);
    }

    private static double seconds(TrainingRun run) {
        if (run.epochs().size() < EPOCHS) {
            throw fault("it ended after %d epochs: %s".formatted(run.epochs().size(), run.end()));
        }
        Duration wall = run.epochs().get(EPOCHS - 1).wall();
        return wall.toNanos() / 1e9;
    }

    private static GraderFault fault(String reason) {
        return new GraderFault(GraderFault.Code.SANDBOX, "measure the speed of training", reason);
    }

    /** Neither measures nor ends anything. */
    private static final class Silent implements TrainingWatcher {
        @Override
        public void announced(TrainingRun.Announced announced) {
            // Its class is asked for at the end.
        }

        @Override
        public String epoch(TrainingRun.Epoch epoch) {
            return "";
        }
    }
}
