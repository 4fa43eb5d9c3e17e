package assay.cli.bench;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.domain.DataSize;
import assay.core.domain.Submission;
import assay.core.port.GoldenSource;
import assay.core.result.Grading;
import assay.golden.store.GoldenStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Measures, one after the other: the making of goldens, the grading of a class in Docker, and the same the plain way. The
 * machine should be idle otherwise.
 */
public final class Bench {
    private static final int PROGRESS_EVERY = 20;
    private static final Duration OTHERS_WATCHED_FOR = Duration.ofSeconds(1);

    private final Proc proc;
    private final ClassRun run;
    private final PlainTools plain;
    private final Consumer<String> progress;

    /** @param progress gets a sentence before something takes time */
    public Bench(Proc proc, ClassRun run, PlainTools plain, Consumer<String> progress) {
        this.proc = requireNonNull(proc, "proc is null");
        this.run = requireNonNull(run, "run is null");
        this.plain = requireNonNull(plain, "plain is null");
        this.progress = requireNonNull(progress, "progress is null");
    }

    /**
     * What the plain way is built with.
     *
     * @param console the jar of the JUnit console
     */
    public record PlainTools(DockerCli docker, StarterSources starter, Path console) {
        public PlainTools {
            requireNonNull(docker, "docker is null");
            requireNonNull(starter, "starter is null");
            requireNonNull(console, "console is null");
        }
    }

    /**
     * Runs it.
     *
     * @param others assignments whose goldens are made too
     * @param samples the folder of sample submissions
     * @param work an empty folder
     */
    public BenchReport measure(List<Assignment> others, Path samples, BenchSettings settings, Path work) {
        Assignment assignment = run.assignment();
        Path store = work.resolve("goldens");
        Path secret = work.resolve("secret");
        double busy = busyShare();
        List<GoldenTime> goldenTimes = new ArrayList<>(goldens(List.of(assignment), store, secret));
        SampleClass sample = SampleClass.in(samples, settings.all());
        List<Grading> gradings = new ArrayList<>();
        Measurement docker = docker(sample, settings, GoldenStore.in(store, secret), work, gradings);
        DataSize peakMemory = proc.peakMemory(); // what follows is no grading
        busy = Math.max(busy, busyShare());
        PlainResult other = plain(sample, settings, GoldenStore.in(store, secret), work);
        busy = Math.max(busy, busyShare());
        goldenTimes.addAll(goldens(others, store, secret));
        return new BenchReport(
                assignment.id(),
                settings,
                Runtime.getRuntime().availableProcessors(),
                busy,
                sample.leftOut(),
                goldenTimes,
                docker,
                other.measurement(),
                GoldenTime.cases(assignment),
                GoldenTime.cases(assignment.publicOnly()),
                Agreement.of(gradings, other.green()),
                peakMemory);
    }

    private List<GoldenTime> goldens(List<Assignment> assignments, Path store, Path secret) {
        return assignments.stream()
                .map(each -> {
                    progress.accept("making the goldens of " + each.id());
                    return GoldenTime.measure(each, store, secret);
                })
                .toList();
    }

    /** What others make of the processors. */
    private double busyShare() {
        Meter meter = Meter.start(proc);
        try {
            Thread.sleep(OTHERS_WATCHED_FOR);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Usage usage = meter.read();
        Duration others = usage.machine().minus(usage.own());
        return Measurement.seconds(others)
                / Measurement.seconds(usage.wall())
                / Runtime.getRuntime().availableProcessors();
    }

    private Measurement docker(
            SampleClass sample, BenchSettings settings, GoldenSource goldens, Path work, List<Grading> gradings) {
        SampleClass.write(sample.repeated(settings.submissions()), work.resolve("class"));
        run.prepare();
        Walls walls = new Walls(counting("graded", settings.submissions()));
        Meter meter = Meter.start(proc);
        gradings.addAll(run.grade(work.resolve("class"), goldens, settings.jobs(), work.resolve("results"), walls));
        return new Measurement(meter.read(), walls.all());
    }

    private PlainResult plain(SampleClass sample, BenchSettings settings, GoldenSource goldens, Path work) {
        progress.accept("making the image of the plain way");
        PlainImage.Contents contents = PlainImage.contents(
                run.assignment(), goldens, plain.starter(), plain.console(), work.resolve("plain-image"));
        try (PlainImage image = PlainImage.build(plain.docker(), contents)) {
            PlainWay way = new PlainWay(plain.docker(), image, work.resolve("plain"));
            List<Submission> submissions = sample.repeated(settings.plain());
            Walls walls = new Walls(counting("graded the plain way", settings.plain()));
            Meter meter = Meter.start(proc);
            Map<String, Boolean> green = way.grade(submissions, settings.jobs(), walls);
            return new PlainResult(new Measurement(meter.read(), walls.all()), green);
        }
    }

    private IntConsumer counting(String what, int of) {
        return done -> {
            if (done % PROGRESS_EVERY == 0 || done == of) {
                progress.accept("%s: %d of %d".formatted(what, done, of));
            }
        };
    }

    private record PlainResult(Measurement measurement, Map<String, Boolean> green) {}
}
