package assay.server.rule;

import assay.core.domain.Points;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Which of a student's submissions counts. */
public enum Counting {
    /** The one with the most points after lateness; of equals the earliest, which is the least late. */
    BEST,
    /** The one handed in last. */
    LAST;

    /** A graded submission. */
    public record Candidate(String grading, Instant submittedAt, Points total) {}

    public Optional<Candidate> choose(Collection<Candidate> graded) {
        Comparator<Candidate> byTime =
                Comparator.comparing(Candidate::submittedAt).thenComparing(Candidate::grading);
        return switch (this) {
            case BEST ->
                graded.stream().max(Comparator.comparing(Candidate::total).thenComparing(byTime.reversed()));
            case LAST -> graded.stream().max(byTime);
        };
    }
}
