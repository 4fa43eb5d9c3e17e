package assay.core.pipeline;

import static java.util.Objects.requireNonNull;

import assay.core.intake.Intake;

/** What is to be graded: one student's hand-in for one assignment. */
public record GradingRequest(GradingContext context, Intake intake) {
    public GradingRequest {
        requireNonNull(context, "context is null");
        requireNonNull(intake, "intake is null");
    }
}
