package assay.cli;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.domain.Points;
import assay.core.intake.FolderOpening;
import assay.core.intake.IntakeRequest;
import assay.core.lms.GradeSheet;
import assay.core.lms.LmsClass;
import assay.core.lms.LmsDownload;
import assay.core.lms.LmsRequest;
import assay.core.lms.LmsStudent;
import assay.core.lms.LmsSystem;
import assay.core.lms.MoodleFeedback;
import assay.core.lms.SheetFilling;
import assay.core.lms.SheetGrade;
import assay.core.lms.SheetReading;
import assay.core.report.ReportWriter;
import assay.core.report.text.SafeText;
import assay.core.result.Grading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a class is graded from, and what goes back: the platform's download, the teacher's sheet, pages of feedback. */
final class LmsFlow {
    static final String FOLDER = "lms";
    private static final int LARGEST = 64 << 20;
    private static final int CAP = 2000;

    private final GradeJob job;
    private final LmsOptions options;
    private final Assignment assignment;
    private final Console console;
    private final Optional<GradeSheet> sheet;

    LmsFlow(GradeJob job, LmsOptions options, Assignment assignment, Console console) {
        this.job = requireNonNull(job, "job is null");
        this.options = requireNonNull(options, "options is null");
        this.assignment = requireNonNull(assignment, "assignment is null");
        this.console = requireNonNull(console, "console is null");
        this.sheet = options.worksheet().map(this::read);
    }

    /** @throws UsageProblem with every problem of the teacher's own files */
    LmsClass open() {
        IntakeRequest request = IntakeRequest.of(job.submissions());
        IntakeRequest extended = job.extensions().map(request::withExtensions).orElse(request);
        LmsClass all = LmsDownload.open(new LmsRequest(extended, options.from(), sheet, assignment.deadline()));
        if (all.system() != LmsSystem.PLAIN) {
            console.say("Reading a download of " + all.system().words() + ".");
        }
        return switch (all.opening()) {
            case FolderOpening.Opened _ -> all;
            case FolderOpening.Invalid(List<String> problems) -> throw new UsageProblem(problems);
        };
    }

    private GradeSheet read(Path file) {
        byte[] bytes;
        try {
            if (Files.size(file) > LARGEST) {
                throw new UsageProblem("--worksheet: " + file + " is far too large for a sheet of grades.");
            }
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UsageProblem("--worksheet: " + file + " cannot be read: " + e.getMessage() + ".");
        }
        if (file.toAbsolutePath()
                .normalize()
                .equals(filled(file).toAbsolutePath().normalize())) {
            throw new UsageProblem("--worksheet: " + file + " is where the filled copy goes; keep yours elsewhere.");
        }
        SheetReading reading =
                GradeSheet.read(bytes, file.toString(), options.column(), assignment.title(), assignment.zone());
        return switch (reading) {
            case SheetReading.Read(GradeSheet read) -> read;
            case SheetReading.Invalid(String problem) -> throw new UsageProblem("--worksheet: " + problem);
        };
    }

    /**
     * Writes the filled copy, and for Moodle the zip of feedback.
     *
     * @return whether there is something to look at
     */
    boolean giveBack(LmsClass all, List<Grading> gradings, ReportWriter reports) {
        if (sheet.isEmpty()) {
            return false;
        }
        return switch (SheetFilling.fill(sheet.get(), grades(all, gradings), assignment.points(), options.scale())) {
            case SheetFilling.Outcome.Refused(String problem) -> throw new UsageProblem("--worksheet: " + problem);
            case SheetFilling.Outcome.Filled filled -> {
                write(filled, reports);
                filled.warnings().forEach(warning -> console.say("Note: " + SafeText.line(warning, CAP)));
                yield !filled.warnings().isEmpty();
            }
        };
    }

    /** Before anything is graded: whether the sheet could take the grades at all. */
    void requireFillable() {
        sheet.map(one -> SheetFilling.fill(one, List.of(), assignment.points(), options.scale()))
                .ifPresent(outcome -> {
                    if (outcome instanceof SheetFilling.Outcome.Refused(String problem)) {
                        throw new UsageProblem("--worksheet: " + problem);
                    }
                });
    }

    private static List<SheetGrade> grades(LmsClass all, List<Grading> gradings) {
        Map<String, LmsStudent> byId = all.students().stream()
                .collect(Collectors.toMap(LmsStudent::student, Function.identity(), (one, same) -> one));
        return gradings.stream()
                .map(grading -> new SheetGrade(
                        byId.getOrDefault(grading.student(), LmsStudent.plain(grading.student())), total(grading)))
                .toList();
    }

    private static Optional<Points> total(Grading grading) {
        return grading.graded() ? Optional.of(grading.score().total()) : Optional.empty();
    }

    private void write(SheetFilling.Outcome.Filled filled, ReportWriter reports) {
        Path target = filled(options.worksheet().orElseThrow());
        reports.writeBeside(target, filled.sheet());
        console.say("Grades for " + sheet.orElseThrow().system().words() + ", in '"
                + SafeText.line(sheet.get().column(), CAP) + "': " + target);
        if (sheet.get().system() == LmsSystem.MOODLE) {
            Path zip = job.out().resolve(FOLDER).resolve("feedback.zip");
            MoodleFeedback.write(
                    zip, filled.rows(), assignment.id() + ".html", student -> reports.page(student.student()));
            console.say("Feedback for Moodle: " + zip);
        }
    }

    private Path filled(Path worksheet) {
        return job.out().resolve(FOLDER).resolve(String.valueOf(worksheet.getFileName()));
    }
}
