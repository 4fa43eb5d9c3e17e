package assay.server.page;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One student, for the teachers.
 *
 * @param due for everybody
 * @param zone of all times on the page
 * @param arrivals what learning platforms hold of the grade; none where it goes to none
 * @param notSent why none has been sent to the course's platform; empty where one has, or there is no platform
 * @param once names this look at the form for a submission, which hands in once however often it is sent
 */
public record StudentPage(
        Frame frame,
        Link assignment,
        String address,
        String student,
        String due,
        String zone,
        String grade,
        List<ArrivalLine> arrivals,
        String notSent,
        List<HistoryLine> overrides,
        List<HistoryLine> extensions,
        List<SubmissionLine> submissions,
        String once) {
    public StudentPage {
        requireNonNull(frame, "frame is null");
        requireNonNull(assignment, "assignment is null");
        requireNonNull(address, "address is null");
        requireNonNull(student, "student is null");
        requireNonNull(due, "due is null");
        requireNonNull(zone, "zone is null");
        requireNonNull(grade, "grade is null");
        arrivals = List.copyOf(arrivals);
        requireNonNull(notSent, "notSent is null");
        overrides = List.copyOf(overrides);
        extensions = List.copyOf(extensions);
        submissions = List.copyOf(submissions);
        requireNonNull(once, "once is null");
    }
}
