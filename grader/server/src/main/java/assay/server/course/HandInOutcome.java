package assay.server.course;

import static java.util.Objects.requireNonNull;

import assay.server.rule.Attempts;
import assay.server.store.StoredGrading;
import assay.server.store.StoredSubmission;
import java.util.Optional;

/** What came of handing in. */
public sealed interface HandInOutcome {
    /**
     * It is stored and will be graded, whatever happens now.
     *
     * @param grading that it now waits for; empty where the same request had come before, and this is what it led to
     */
    record Stored(StoredSubmission submission, Optional<StoredGrading> grading) implements HandInOutcome {
        public Stored {
            requireNonNull(submission, "submission is null");
            requireNonNull(grading, "grading is null");
        }

        public boolean repeated() {
            return grading.isEmpty();
        }
    }

    /** The course has no such assignment, or the person is not in the course. */
    record NotThere() implements HandInOutcome {}

    /** The rules of the course forbid it now. */
    record NotNow(Attempts why) implements HandInOutcome {
        public NotNow {
            requireNonNull(why, "why is null");
        }
    }

    /** The key belongs to another request. */
    record KeyTaken() implements HandInOutcome {}
}
