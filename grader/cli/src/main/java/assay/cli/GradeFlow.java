package assay.cli;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.batch.ClassGrading;
import assay.core.domain.GraderFault;
import assay.core.domain.Notice;
import assay.core.domain.Verdict;
import assay.core.intake.FileNames;
import assay.core.intake.FolderOpening;
import assay.core.intake.SubmissionEntry;
import assay.core.lms.LmsClass;
import assay.core.manual.Marks;
import assay.core.pipeline.GradingContext;
import assay.core.pipeline.GradingPipeline;
import assay.core.pipeline.Trainings;
import assay.core.port.GoldenSource;
import assay.core.port.Sandbox;
import assay.core.port.TrainingGround;
import assay.core.report.ReportWriter;
import assay.core.report.TerminalTable;
import assay.core.report.text.SafeText;
import assay.core.result.Grading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Grades a class from the command line: reads, opens the sandbox, grades, writes the reports and prints the table. */
final class GradeFlow {
    private static final int NAME_CAP = 60;

    private final Workbench bench;
    private final Console console;
    private final SandboxOptions options;
    private final LmsOptions lms;

    GradeFlow(Workbench bench, SandboxOptions options, LmsOptions lms) {
        this.bench = requireNonNull(bench, "bench is null");
        this.console = bench.console();
        this.options = requireNonNull(options, "options is null");
        this.lms = requireNonNull(lms, "lms is null");
    }

    int run(GradeJob job) {
        Assignment assignment = bench.assignment(job.assignment());
        LmsFlow files = new LmsFlow(job, lms, assignment, console);
        files.requireFillable();
        LmsClass all = files.open();
        FolderOpening.Opened opened = (FolderOpening.Opened) all.opening();
        bench.requireData(assignment, true);
        List<SubmissionEntry> chosen = chosen(opened.entries(), job.only());
        opened.warnings().forEach(warning -> console.say("Note: " + warning.text()));
        ReportWriter reports = new ReportWriter(job.out(), assignment, FileNames::of);
        try (ResultFolder _ = claim(job);
                Sandbox sandbox = bench.sandbox(options);
                TrainingGround ground = assignment.trains() ? bench.trainingGround(options) : TrainingGround.none();
                StopOnInterrupt interrupt = StopOnInterrupt.of(sandbox, console)) {
            GoldenSource goldens = bench.goldens();
            Trainings trainings = assignment.trains() ? Trainings.of(ground, bench.networks()) : Trainings.none();
            GradingContext context = GradingContext.of(assignment, sandbox, goldens, trainings, Version.text())
                    .with("sandbox.floor", bench.floor(options, sandbox));
            Marks marks = Files.exists(reports.marks()) ? ManualResults.marks(reports.marks(), assignment) : Marks.NONE;
            ClassGrading grading =
                    new ClassGrading(new GradingPipeline(sandbox, goldens, trainings), context, reports, marks);
            interrupt.stopsBy(grading::stop);
            List<Grading> graded = grade(job, grading, chosen);
            List<Grading> earlier = earlier(graded, opened.entries(), reports);
            noteOutdated(earlier, context);
            List<Grading> everybody = Stream.concat(graded.stream(), earlier.stream())
                    .sorted(Comparator.comparing(Grading::student))
                    .toList();
            reports.writeClass(
                    everybody, opened.warnings().stream().map(Notice::text).toList());
            print(job, everybody, reports.index());
            boolean noted = files.giveBack(all, everybody, reports);
            int exit = exitCode(grading, graded, opened);
            return exit == ExitCode.DONE && noted ? ExitCode.LOOK : exit;
        }
    }

    private List<Grading> grade(GradeJob job, ClassGrading grading, List<SubmissionEntry> chosen) {
        try (Progress progress = Progress.of(chosen.size(), console)) {
            return grading.grade(chosen, job.options(), progress);
        }
    }

    /** Results among the submissions would be students of the next run. */
    private static ResultFolder claim(GradeJob job) {
        Path submissions = job.submissions().toAbsolutePath().normalize();
        if (job.out().toAbsolutePath().normalize().startsWith(submissions)) {
            throw new UsageProblem(
                    "--out: %s lies in the folder of submissions; the results go elsewhere.".formatted(job.out()));
        }
        return ResultFolder.claim(job.out());
    }

    private static List<SubmissionEntry> chosen(List<SubmissionEntry> entries, List<String> only) {
        if (only.isEmpty()) {
            return entries;
        }
        Set<String> unknown = new HashSet<>(only);
        entries.forEach(entry -> unknown.remove(entry.student()));
        if (!unknown.isEmpty()) {
            throw new UsageProblem("--only: there is no submission of " + names(unknown) + ".");
        }
        return entries.stream().filter(entry -> only.contains(entry.student())).toList();
    }

    /** The class pages show everybody, also whom this run did not come to. */
    private List<Grading> earlier(List<Grading> graded, List<SubmissionEntry> entries, ReportWriter reports) {
        Set<String> done = graded.stream().map(Grading::student).collect(Collectors.toSet());
        return entries.stream()
                .map(SubmissionEntry::student)
                .filter(student -> !done.contains(student))
                .flatMap(student -> earlier(student, reports).stream())
                .map(Grading::inBrief)
                .toList();
    }

    /** One record that cannot be read, on a broken disk say, is no reason to show nobody's grade. */
    private Optional<Grading> earlier(String student, ReportWriter reports) {
        try {
            return reports.read(student);
        } catch (GraderFault unreadable) {
            console.say("Note: " + names(List.of(student)) + " counts as not graded: " + unreadable.explanation());
            return Optional.empty();
        }
    }

    private void noteOutdated(List<Grading> earlier, GradingContext context) {
        List<String> outdated = earlier.stream()
                .filter(grading -> !grading.provenance().equals(context.provenance()))
                .map(Grading::student)
                .toList();
        if (!outdated.isEmpty()) {
            console.say(
                    "Note: the assignment or Assay has changed since these were graded, who are shown as they were: "
                            + names(outdated) + ".");
        }
    }

    private static String names(Collection<String> students) {
        return students.stream()
                .sorted()
                .map(student -> SafeText.line(student, NAME_CAP))
                .collect(Collectors.joining(", "));
    }

    private void print(GradeJob job, List<Grading> gradings, Path index) {
        if (job.json()) {
            console.out().println(GradesJson.of(gradings, job.out()));
            return;
        }
        console.out().print(TerminalTable.of(gradings, console.interactive()));
        console.out().println();
        console.out().println("Report: " + index.toAbsolutePath().normalize());
        console.out().flush();
    }

    private int exitCode(ClassGrading run, List<Grading> graded, FolderOpening.Opened opened) {
        if (run.stopped()) {
            console.say("Stopped. What is graded is kept; the same command goes on from here.");
            return ExitCode.LOOK;
        }
        List<String> broken = graded.stream()
                .filter(grading -> grading.verdict() == Verdict.IE)
                .map(Grading::student)
                .toList();
        if (!broken.isEmpty()) {
            console.say("Not graded, through a fault of ours: " + names(broken)
                    + ". It costs them nothing; the same command tries them again.");
            return ExitCode.FAULT;
        }
        boolean look = !opened.warnings().isEmpty()
                || graded.stream().anyMatch(grading -> !grading.notices().isEmpty() || unreadable(grading));
        return look ? ExitCode.LOOK : ExitCode.DONE;
    }

    private static boolean unreadable(Grading grading) {
        return grading.verdict() == Verdict.PV && !grading.problem().isEmpty();
    }
}
