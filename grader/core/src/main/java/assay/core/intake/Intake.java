package assay.core.intake;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Extension;
import assay.core.domain.Notice;
import assay.core.domain.Submission;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What came of reading one student's folder or archive. */
public sealed interface Intake {
    String student();

    /** It can be graded. */
    record Accepted(Submission submission) implements Intake {
        public Accepted {
            requireNonNull(submission, "submission is null");
        }

        @Override
        public String student() {
            return submission.student();
        }
    }

    /**
     * There is nothing to grade; the student gets a result that says why, and the class goes on.
     *
     * @param reason one or two sentences to the student, naming the file or entry
     */
    record Refused(
            String student, Instant submittedAt, Optional<Extension> extension, String reason, List<Notice> notices)
            implements Intake {
        public Refused {
            requireNonNull(student, "student is null");
            requireNonNull(submittedAt, "submittedAt is null");
            requireNonNull(extension, "extension is null");
            requireNonNull(reason, "reason is null");
            notices = List.copyOf(notices);
        }
    }
}
