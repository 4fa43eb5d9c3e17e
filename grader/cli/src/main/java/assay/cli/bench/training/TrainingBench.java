package assay.cli.bench.training;

import static java.util.Objects.requireNonNull;

import assay.cli.bench.BusyWatch;
import assay.cli.bench.Proc;
import assay.core.assignment.Assignment;
import assay.core.assignment.TrainingSpec;
import assay.core.domain.GraderFault;
import assay.core.domain.SourceFile;
import assay.core.port.Classes;
import assay.core.port.CompileOutcome;
import assay.core.port.TrainingGround;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Measures one task: first from each seed, then the speed of each way beside the plain one. */
public final class TrainingBench {
    private final Proc proc;
    private final TrainingSettings settings;
    private final TrainingTools tools;
    private final Consumer<String> progress;

    /** @param progress gets a sentence before and while something takes time */
    public TrainingBench(Proc proc, TrainingSettings settings, TrainingTools tools, Consumer<String> progress) {
        this.proc = requireNonNull(proc, "proc is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.tools = requireNonNull(tools, "tools is null");
        this.progress = requireNonNull(progress, "progress is null");
    }

    /**
     * Runs it.
     *
     * @throws GraderFault if the sources do not compile or do not train
     */
    public TrainingReport measure(Assignment assignment, TrainingSpec spec, List<SourceFile> sources) {
        double before = BusyWatch.share(proc);
        String first = settings.ways().getFirst();
        List<SeedRun> seeds = new ArrayList<>();
        Classes classes;
        try (TrainingGround ground = tools.grounds().apply(first)) {
            classes = compiled(ground.compile(sources, assignment.limits()));
            SeedRuns runs = new SeedRuns(ground, tools.networks(), spec, progress);
            settings.seeds().forEach(seed -> seeds.add(runs.run(classes, seed)));
        }
        List<Speed> speeds = settings.images() == 0
                ? List.of()
                : new Speeds(settings, tools, progress).measure(classes, spec);
        return new TrainingReport(
                assignment.id(),
                spec,
                Runtime.getRuntime().availableProcessors(),
                Math.max(before, BusyWatch.share(proc)),
                first,
                seeds,
                settings.images(),
                speeds);
    }

    private static Classes compiled(CompileOutcome outcome) {
        return switch (outcome) {
            case CompileOutcome.Compiled compiled -> compiled.classes();
            case CompileOutcome.Rejected rejected ->
                throw new GraderFault(
                        GraderFault.Code.SANDBOX,
                        "compile what is to be trained",
                        rejected.summary() + " " + rejected.diagnostics());
        };
    }
}
