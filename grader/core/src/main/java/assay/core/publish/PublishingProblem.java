package assay.core.publish;

import static java.util.Objects.requireNonNull;

/**
 * Why an assignment should not be published as it is.
 *
 * @param part id of the part
 * @param caseId id of the case
 * @param message what is wrong and what helps, to the teacher
 */
public record PublishingProblem(String part, String caseId, String message) {
    public PublishingProblem {
        requireNonNull(part, "part is null");
        requireNonNull(caseId, "caseId is null");
        requireNonNull(message, "message is null");
    }

    /** On one line, e.g. {@code relu / all-positive: accepts a copy of the input, …}. */
    @Override
    public String toString() {
        return part + " / " + caseId + ": " + message;
    }
}
