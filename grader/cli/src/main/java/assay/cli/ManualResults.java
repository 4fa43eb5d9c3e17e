package assay.cli;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.assignment.Part;
import assay.core.intake.FileNames;
import assay.core.manual.Marks;
import assay.core.manual.MarksCsv;
import assay.core.report.ReportWriter;
import assay.core.result.Grading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder of results of an assignment in which a person grades something. */
record ManualResults(Path folder, Assignment assignment, ReportWriter reports) {
    ManualResults {
        requireNonNull(folder, "folder is null");
        requireNonNull(assignment, "assignment is null");
        requireNonNull(reports, "reports is null");
    }

    static ManualResults in(Path folder, Assignment assignment) {
        if (assignment.parts().stream().noneMatch(Part.ManualPart.class::isInstance)) {
            throw new UsageProblem(assignment.id() + " has no part that a person grades.");
        }
        return new ManualResults(folder, assignment, new ReportWriter(folder, assignment, FileNames::of));
    }

    List<Grading> gradings() {
        List<Grading> gradings = reports.readAll();
        if (gradings.isEmpty()) {
            throw new UsageProblem(
                    "%s holds no results of %s; 'assay grade' writes them.".formatted(folder, assignment.id()));
        }
        return gradings;
    }

    /** The marks of earlier imports. */
    Marks marks() {
        return Files.exists(reports.marks()) ? marks(reports.marks(), assignment) : Marks.NONE;
    }

    static Marks marks(Path file, Assignment assignment) {
        return switch (new MarksCsv(assignment).read(file)) {
            case MarksCsv.Reading.Read(Marks marks) -> marks;
            case MarksCsv.Reading.Invalid(List<String> problems) -> throw new UsageProblem(problems);
        };
    }
}
