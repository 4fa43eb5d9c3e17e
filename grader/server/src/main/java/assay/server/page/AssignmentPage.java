package assay.server.page;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * An assignment as a student sees it before and after handing in.
 *
 * @param notNow why nothing can be handed in; empty where something can
 * @param once names this look at the form, which hands in once however often it is sent
 */
public record AssignmentPage(
        Frame frame,
        String course,
        String address,
        String due,
        String now,
        String attempt,
        List<String> arithmetic,
        List<String> rules,
        String notNow,
        String counts,
        List<String> elsewhere,
        List<SubmissionLine> submissions,
        String once,
        Optional<Link> teaching) {
    public AssignmentPage {
        requireNonNull(frame, "frame is null");
        requireNonNull(course, "course is null");
        requireNonNull(address, "address is null");
        requireNonNull(due, "due is null");
        requireNonNull(now, "now is null");
        requireNonNull(attempt, "attempt is null");
        arithmetic = List.copyOf(arithmetic);
        rules = List.copyOf(rules);
        requireNonNull(notNow, "notNow is null");
        requireNonNull(counts, "counts is null");
        elsewhere = List.copyOf(elsewhere);
        submissions = List.copyOf(submissions);
        requireNonNull(once, "once is null");
        requireNonNull(teaching, "teaching is null");
    }
}
