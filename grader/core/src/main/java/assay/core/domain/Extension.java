package assay.core.domain;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/** More time for one student. */
public sealed interface Extension {
    /** The student's own deadline, never earlier than the assignment's. */
    Instant deadline(Instant assignmentDeadline);

    /** A deadline of the student's own. */
    record Until(Instant instant) implements Extension {
        public Until {
            requireNonNull(instant, "instant is null");
        }

        @Override
        public Instant deadline(Instant assignmentDeadline) {
            return instant.isAfter(assignmentDeadline) ? instant : assignmentDeadline;
        }
    }

    /** So much longer than the assignment's deadline. */
    record By(Duration duration) implements Extension {
        public By {
            requireNonNull(duration, "duration is null");
            if (duration.isNegative()) {
                throw new IllegalArgumentException("extension is negative: " + duration);
            }
        }

        @Override
        public Instant deadline(Instant assignmentDeadline) {
            return assignmentDeadline.plus(duration);
        }
    }
}
