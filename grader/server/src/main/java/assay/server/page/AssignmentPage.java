package assay.server.page;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** An assignment as a student sees it before and after handing in. {@code notNow} says why nothing can be handed in. */
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
        requireNonNull(teaching, "teaching is null");
    }
}
