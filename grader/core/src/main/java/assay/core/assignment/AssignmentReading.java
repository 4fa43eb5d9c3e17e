package assay.core.assignment;

import static java.util.Objects.requireNonNull;

import assay.core.yaml.Problem;
import java.util.List;

/** What came of reading an assignment. */
public sealed interface AssignmentReading {
    /** It is well-formed, and every case is one that its kernel can take. */
    record Read(Assignment assignment) implements AssignmentReading {
        public Read {
            requireNonNull(assignment, "assignment is null");
        }
    }

    /**
     * It is not.
     *
     * @param problems all that were found, in the order of the lines; at least one
     */
    record Invalid(List<Problem> problems) implements AssignmentReading {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
