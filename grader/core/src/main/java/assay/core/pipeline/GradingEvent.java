package assay.core.pipeline;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Verdict;
import assay.core.result.Grading;

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
