package assay.cli.bench;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.domain.Submission;
import assay.core.port.GoldenSource;
import assay.core.result.Grading;
import assay.golden.store.GoldenStore;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
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
     * @param assignments whose goldens are made; the first that of the class
     * @param samples the folder of sample submissions
     * @param work an empty folder
     */
    public BenchReport measure(List<Assignment> assignments, Path samples, BenchSettings settings, Path work) {
        double loadBefore = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        Path store = work.resolve("goldens");
        Path secret = work.resolve("secret");
        List<GoldenTime> goldenTimes = new ArrayList<>();
        for (Assignment each : assignments) {
            progress.accept("making the goldens of " + each.id());
            goldenTimes.add(GoldenTime.measure(each, store, secret));
        }
        SampleClass sample = SampleClass.in(samples, settings.all());
        List<Grading> gradings = new ArrayList<>();
        Measurement docker = docker(sample, settings, GoldenStore.in(store, secret), work, gradings);
        PlainResult other = plain(sample, settings, GoldenStore.in(store, secret), work);
        Assignment assignment = run.assignment();
        return new BenchReport(
                assignment.id(),
                settings,
                Runtime.getRuntime().availableProcessors(),
                loadBefore,
                sample.leftOut(),
                goldenTimes,
                docker,
                other.measurement(),
                GoldenTime.cases(assignment),
                GoldenTime.cases(assignment.publicOnly()),
                Agreement.of(gradings, other.green()),
                proc.peakMemory());
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
