package assay.server.page;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** One student, for the teachers. */
public record StudentPage(
        Frame frame,
        Link assignment,
        String address,
        String student,
        String grade,
        List<HistoryLine> overrides,
        List<HistoryLine> extensions,
        List<SubmissionLine> submissions) {
    public StudentPage {
        requireNonNull(frame, "frame is null");
        requireNonNull(assignment, "assignment is null");
        requireNonNull(address, "address is null");
        requireNonNull(student, "student is null");
        requireNonNull(grade, "grade is null");
        overrides = List.copyOf(overrides);
        extensions = List.copyOf(extensions);
        submissions = List.copyOf(submissions);
    }
}
