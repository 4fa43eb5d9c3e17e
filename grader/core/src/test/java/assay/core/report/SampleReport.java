package assay.core.report;

import assay.core.assignment.Assignment;
import assay.core.assignment.Feedback;
import assay.core.intake.FileNames;
import assay.core.result.Grading;
import java.nio.file.Path;
import java.util.List;

/** Writes the sample class to a folder, to look at: run it with the folder as its argument. */
final class SampleReport {
    private SampleReport() {}

    public static void main(String[] arguments) {
        Assignment assignment = SampleAssignment.with(Feedback.valueOf(arguments[1]));
        List<Grading> gradings = SampleGradings.of(assignment);
        ReportWriter writer = new ReportWriter(Path.of(arguments[0]), assignment, FileNames::of);
        gradings.forEach(writer::write);
        writer.writeClass(gradings, List.of("submissions.csv names a student without a submission: nora."));
    }
}
