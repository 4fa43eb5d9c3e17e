package assay.core.pipeline;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Verdict;
import assay.core.result.Grading;
import java.time.Duration;

/** What happens while a submission is graded: the one stream that every progress display and metric reads. */
public sealed interface GradingEvent {
    String student();

    /** Compilation is over. */
    record Compiled(String student, boolean accepted) implements GradingEvent {
        public Compiled {
            requireNonNull(student, "student is null");
        }
    }

    /** A case has its verdict. */
    record CaseDone(String student, String part, String caseId, Verdict verdict) implements GradingEvent {
        public CaseDone {
            requireNonNull(student, "student is null");
            requireNonNull(part, "part is null");
            requireNonNull(caseId, "caseId is null");
            requireNonNull(verdict, "verdict is null");
        }
    }

    /**
     * A network was trained for one epoch more.
     *
     * @param epoch from 0, which is before training
     * @param of how many there will be
     * @param loss as the code reports it; NaN before training
     * @param accuracy as measured on some of the test images; NaN where that cannot be
     * @param left for the epochs that are still to come, at most
     */
    record EpochDone(
            String student, String part, int epoch, int of, double loss, double accuracy, Duration wall, Duration left)
            implements GradingEvent {
        public EpochDone {
            requireNonNull(student, "student is null");
            requireNonNull(part, "part is null");
            requireNonNull(wall, "wall is null");
            requireNonNull(left, "left is null");
        }
    }

    /** Something of ours broke and is tried again. */
    record Retried(String student, String reason) implements GradingEvent {
        public Retried {
            requireNonNull(student, "student is null");
            requireNonNull(reason, "reason is null");
        }
    }

    /** The submission is graded. */
    record Graded(Grading grading) implements GradingEvent {
        public Graded {
            requireNonNull(grading, "grading is null");
        }

        @Override
        public String student() {
            return grading.student();
        }
    }
}
