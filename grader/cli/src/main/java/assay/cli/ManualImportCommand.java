package assay.cli;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.domain.Points;
import assay.core.manual.Marking;
import assay.core.manual.Marks;
import assay.core.manual.MarksCsv;
import assay.core.report.ReportWriter;
import assay.core.report.TerminalTable;
import assay.core.report.text.Words;
import assay.core.result.Grading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Takes points and comments from a CSV file into the results; grading again keeps them.")
final class ManualImportCommand implements Callable<Integer> {
    private final Workbench bench;

    @Parameters(index = "0", paramLabel = "ASSIGNMENT", description = "its id, or the folder it is in")
    private String assignment = "";

    @Parameters(index = "1", paramLabel = "RESULTS", description = "the folder that 'assay grade' wrote into")
    private Path results = Path.of("");

    @Parameters(index = "2", paramLabel = "FILE", description = "as 'assay manual export' wrote it, filled in")
    private Path file = Path.of("");

    ManualImportCommand(Workbench bench) {
        this.bench = requireNonNull(bench, "bench is null");
    }

    @Override
    public Integer call() {
        Assignment graded = bench.assignment(assignment);
        try (ResultFolder _ = ResultFolder.claim(results)) {
            ManualResults folder = ManualResults.in(results, graded);
            List<Grading> gradings = folder.gradings();
            Marks fresh = ManualResults.marks(file, graded);
            requireKnown(fresh, gradings);
            Marks all = folder.marks().and(fresh);
            Marking marking = new Marking(graded, all);
            ReportWriter reports = folder.reports();
            reports.writeMarks(new MarksCsv(graded).write(gradings, all));
            List<Grading> marked = new ArrayList<>();
            for (Grading before : gradings) {
                Grading after = marking.apply(before);
                if (!after.equals(before)) {
                    reports.write(after);
                }
                marked.add(after.inBrief());
            }
            reports.writeClass(marked, List.of());
            long pending = marked.stream()
                    .filter(grading -> !grading.pending().equals(Points.ZERO))
                    .count();
            bench.console().out().print(TerminalTable.of(marked, bench.console().interactive()));
            bench.console()
                    .out()
                    .println("%s taken in; still pending: %s."
                            .formatted(
                                    Words.plural(fresh.marks().size(), "mark", "marks"),
                                    Words.plural(Math.toIntExact(pending), "student", "students")));
            return pending == 0 ? ExitCode.DONE : ExitCode.LOOK;
        }
    }

    /** A mistyped student would silently keep a pending grade. */
    private static void requireKnown(Marks marks, List<Grading> gradings) {
        Set<String> students = gradings.stream().map(Grading::student).collect(Collectors.toSet());
        Set<String> unknown = new TreeSet<>();
        marks.marks().keySet().stream()
                .map(Marks.Key::student)
                .filter(student -> !students.contains(student))
                .forEach(unknown::add);
        if (!unknown.isEmpty()) {
            throw new UsageProblem("There are no results of " + String.join(", ", unknown) + ".");
        }
    }
}
