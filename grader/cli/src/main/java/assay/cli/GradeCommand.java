package assay.cli;

import static java.util.Objects.requireNonNull;

import assay.core.batch.BatchOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "grade",
        mixinStandardHelpOptions = true,
        description = {
            "Grades a folder of submissions: one folder or one archive a student.",
            "Downloads of Moodle, Canvas and Gradescope are read as they are."
        },
        footer = "%nWhat has not changed since the last run into the same folder is not graded again.")
final class GradeCommand implements Callable<Integer> {
    private final Workbench bench;

    @Parameters(index = "0", paramLabel = "ASSIGNMENT", description = "its id, or the folder it is in")
    private String assignment = "";

    @Parameters(
            index = "1",
            paramLabel = "SUBMISSIONS",
            description = "the folder of submissions, or a platform's download")
    private Path submissions = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "where the results go")
    private Path out = Path.of("");

    @Option(names = "--jobs", paramLabel = "N", description = "submissions at a time (default: one a processor)")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--only", paramLabel = "ID", description = "grade this student alone; may be given several times")
    private List<String> only = List.of();

    @Option(
            names = "--extensions",
            paramLabel = "FILE",
            description = "CSV of student,extension; wins over other lists")
    private @Nullable Path extensions;

    @Option(names = "--force", description = "grade again what has not changed")
    private boolean force;

    @Option(names = "--json", description = "print the grades as JSON rather than as a table")
    private boolean json;

    @Mixin
    private LmsOptions lms = new LmsOptions();

    @Mixin
    private SandboxOptions sandbox = new SandboxOptions();

    GradeCommand(Workbench bench) {
        this.bench = requireNonNull(bench, "bench is null");
    }

    @Override
    public Integer call() {
        if (jobs < 1) {
            throw new UsageProblem("--jobs must be at least 1, but is " + jobs + ".");
        }
        GradeJob job = new GradeJob(
                assignment,
                submissions,
                out,
                Optional.ofNullable(extensions),
                only,
                new BatchOptions(jobs, force),
                json);
        return new GradeFlow(bench, sandbox, lms).run(job);
    }
}
