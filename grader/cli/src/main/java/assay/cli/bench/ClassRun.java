package assay.cli.bench;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.batch.BatchListener;
import assay.core.batch.BatchOptions;
import assay.core.batch.ClassGrading;
import assay.core.intake.FileNames;
import assay.core.pipeline.GradingContext;
import assay.core.pipeline.GradingPipeline;
import assay.core.port.GoldenSource;
import assay.core.port.Sandbox;
import assay.core.report.ReportWriter;
import assay.core.result.Grading;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** Grades a class as {@code assay grade} does, from the folder of submissions to the folder of results. */
public final class ClassRun {
    private final Assignment assignment;
    private final Supplier<Sandbox> sandboxes;
    private final Guard.Factory guards;
    private final String version;

    /**
     * @param sandboxes opens one, to be closed after the class
     * @param version of Assay
     */
    public ClassRun(Assignment assignment, Supplier<Sandbox> sandboxes, Guard.Factory guards, String version) {
        this.assignment = requireNonNull(assignment, "assignment is null");
        this.sandboxes = requireNonNull(sandboxes, "sandboxes is null");
        this.guards = requireNonNull(guards, "guards is null");
        this.version = requireNonNull(version, "version is null");
    }

    Assignment assignment() {
        return assignment;
    }

    /** Sees to all that a sandbox needs and that stays: the engine, the images. */
    void prepare() {
        sandboxes.get().close();
    }

    List<Grading> grade(Path submissions, GoldenSource goldens, int jobs, Path out, BatchListener listener) {
        ReportWriter reports = new ReportWriter(out, assignment, FileNames::of);
        try (Sandbox sandbox = sandboxes.get()) {
            GradingContext context = GradingContext.of(assignment, sandbox, goldens, version);
            ClassGrading grading = new ClassGrading(new GradingPipeline(sandbox, goldens), context, reports);
            try (Guard _ = guards.over(grading, sandbox)) {
                List<Grading> gradings =
                        grading.grade(SampleClass.entries(submissions), new BatchOptions(jobs, true), listener);
                reports.writeClass(gradings, List.of());
                return gradings;
            }
        }
    }
}
