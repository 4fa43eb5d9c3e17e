package assay.cli.bench;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.domain.DataSize;
import assay.core.domain.GraderFault;
import assay.core.port.GoldenSource;
import assay.core.result.Grading;
import assay.golden.store.GoldenStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Measures, one after the other: the making of goldens, and the grading of classes each way. The machine should be idle
 * otherwise.
 */
public final class Bench {
    private static final int PROGRESS_EVERY = 20;

    private final Proc proc;
    private final Assignment assignment;
    private final BenchSettings settings;
    private final BenchTools tools;
    private final Consumer<String> progress;
    private final List<Result> results = new ArrayList<>();
    private final List<Latency> latencies = new ArrayList<>();
    private final Map<String, String> unavailable = new TreeMap<>();
    private double busy;
    private DataSize peakMemory = DataSize.ofKibibytes(0);

    /** @param progress gets a sentence before something takes time */
    public Bench(
            Proc proc, Assignment assignment, BenchSettings settings, BenchTools tools, Consumer<String> progress) {
        this.proc = requireNonNull(proc, "proc is null");
        this.assignment = requireNonNull(assignment, "assignment is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.tools = requireNonNull(tools, "tools is null");
        this.progress = requireNonNull(progress, "progress is null");
    }

    /**
     * Runs it; to be called once.
     *
     * @param others assignments whose goldens are made too
     * @param samples the folder of sample submissions
     * @param work an empty folder
     */
    public BenchReport measure(List<Assignment> others, Path samples, Path work) {
        Path store = work.resolve("goldens");
        Path secret = work.resolve("secret");
        busy = BusyWatch.share(proc);
        List<GoldenTime> goldenTimes = new ArrayList<>(goldens(List.of(assignment), store, secret));
        GoldenSource goldens = GoldenStore.in(store, secret);
        SampleClass sample = SampleClass.in(samples, settings.all());
        Waiting waiting = new Waiting(assignment, goldens, sample.submissions(), settings.single());
        List<Grading> gradings = List.of();
        Map<String, Boolean> green = new TreeMap<>();
        for (String name : settings.ways()) {
            try (Way way = tools.way(name, assignment, goldens, sample, settings, work.resolve(name))) {
                measure(way, sample);
                if (way instanceof SandboxWay ours) {
                    gradings = ours.gradings();
                    peakMemory = proc.peakMemory(); // what follows is no grading
                    progress.accept("waiting for one submission at a time in " + name);
                    latencies.addAll(tools.latencies(name, waiting));
                }
                if (way instanceof PlainWay plain) {
                    green.putAll(plain.green());
                }
            } catch (GraderFault e) {
                unavailable.put(name, e.explanation());
            }
            busy = Math.max(busy, BusyWatch.share(proc));
        }
        latencies.addAll(tools.selfChecks(assignment, goldens, sample, settings));
        goldenTimes.addAll(goldens(others, store, secret));
        return report(sample, goldenTimes, Agreement.of(gradings, green));
    }

    private BenchReport report(SampleClass sample, List<GoldenTime> goldenTimes, Agreement agreement) {
        return new BenchReport(
                assignment.id(),
                settings,
                Runtime.getRuntime().availableProcessors(),
                busy,
                sample.leftOut(),
                goldenTimes,
                results,
                unavailable,
                latencies,
                agreement,
                peakMemory);
    }

    private void measure(Way way, SampleClass sample) {
        progress.accept("getting ready for the way called " + way.name());
        way.prepare();
        for (int size : settings.sizes(way.atMost())) {
            for (int jobs : settings.jobs()) {
                Walls walls = new Walls(counting(way.name(), size));
                Meter meter = Meter.start(proc);
                way.grade(sample.repeated(size), jobs, walls);
                results.add(new Result(
                        way.name(), way.cases(), jobs, new Measurement(meter.read(), walls.all()), proc.memory()));
            }
        }
    }

    private List<GoldenTime> goldens(List<Assignment> assignments, Path store, Path secret) {
        return assignments.stream()
                .map(each -> {
                    progress.accept("making the goldens of " + each.id());
                    return GoldenTime.measure(each, store, secret);
                })
                .toList();
    }

    private IntConsumer counting(String way, int of) {
        return done -> {
            if (done % PROGRESS_EVERY == 0 || done == of) {
                progress.accept("%s: %d of %d".formatted(way, done, of));
            }
        };
    }
}
