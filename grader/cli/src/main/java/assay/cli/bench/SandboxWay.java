package assay.cli.bench;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Submission;
import assay.core.port.GoldenSource;
import assay.core.result.Grading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Assay's way, in one of its sandboxes: all of {@code assay grade}, from the folder of submissions to the reports. */
final class SandboxWay implements Way {
    private final String name;
    private final ClassRun run;
    private final GoldenSource goldens;
    private final Path folder;
    private final List<Grading> gradings = new ArrayList<>();
    private int classes;

    /** @param folder an empty one, for classes and their reports */
    SandboxWay(String name, ClassRun run, GoldenSource goldens, Path folder) {
        this.name = requireNonNull(name, "name is null");
        this.run = requireNonNull(run, "run is null");
        this.goldens = requireNonNull(goldens, "goldens is null");
        this.folder = requireNonNull(folder, "folder is null");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int cases() {
        return GoldenTime.cases(run.assignment());
    }

    @Override
    public int atMost() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void prepare() {
        run.prepare();
    }

    @Override
    public void grade(List<Submission> submissions, int jobs, Walls walls) {
        classes++;
        Path handedIn = folder.resolve("class-" + classes);
        SampleClass.write(submissions, handedIn);
        gradings.clear();
        gradings.addAll(run.grade(handedIn, goldens, jobs, folder.resolve("results-" + classes), walls));
    }

    /** Of the last class. */
    List<Grading> gradings() {
        return List.copyOf(gradings);
    }

    @Override
    public void close() {
        // The folder is whoever gave it's.
    }
}
