package assay.cli.bench;

import static java.util.Objects.requireNonNull;

import assay.core.domain.GraderFault;
import assay.core.domain.Submission;
import assay.core.port.GoldenSource;
import assay.core.result.Grading;
import assay.core.result.PartResult;
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
        checkGraded(name, gradings);
    }

    /** What was not graded took no time either: its figures would be too good. */
    static void checkGraded(String way, List<Grading> gradings) {
        List<Grading> failed =
                gradings.stream().filter(grading -> !grading.graded()).toList();
        if (!failed.isEmpty()) {
            Grading first = failed.getFirst();
            String why = first.parts().stream()
                    .map(PartResult::note)
                    .filter(note -> !note.isBlank())
                    .findFirst()
                    .orElse(first.problem());
            throw new GraderFault(
                    GraderFault.Code.SANDBOX,
                    "measure the way called " + way,
                    failed.size() + " of " + gradings.size() + " were not graded, for a fault of ours; of "
                            + first.student() + ": " + why);
        }
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
