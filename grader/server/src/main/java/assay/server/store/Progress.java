package assay.server.store;

import static java.util.Objects.requireNonNull;

/** How far the grading is that is shown for a submission. */
public record Progress(String submission, GradingState state, int casesDone, int casesTotal) {
    public Progress {
        requireNonNull(submission, "submission is null");
        requireNonNull(state, "state is null");
    }

    public boolean ended() {
        return state == GradingState.GRADED || state == GradingState.SET_ASIDE;
    }
}
