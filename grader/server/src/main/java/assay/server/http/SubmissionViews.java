package assay.server.http;

import assay.server.store.GradingState;
import assay.server.store.StoredGrading;
import assay.server.store.StoredSubmission;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Submissions as the API shows them. */
final class SubmissionViews {
    private SubmissionViews() {}

    /** @param points whether verdict and points may be told */
    static Map<String, @Nullable Object> of(
            StoredSubmission submission, Optional<StoredGrading> grading, boolean points) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", submission.id());
        view.put("course", submission.course());
        view.put("assignment", submission.assignment());
        view.put("student", submission.person());
        view.put("submitted_at", submission.submittedAt().toString());
        view.put("file", submission.fileName());
        view.put("sha256", submission.digest());
        view.put("state", grading.map(one -> state(one.state())).orElse("waiting"));
        view.put("cases_done", grading.map(StoredGrading::casesDone).orElse(0));
        view.put("cases_total", grading.map(StoredGrading::casesTotal).orElse(0));
        Optional<StoredGrading> shown = grading.filter(_ -> points);
        view.put(
                "verdict", shown.flatMap(StoredGrading::verdict).map(Enum::name).orElse(null));
        view.put("points", number(shown.flatMap(StoredGrading::total).map(total -> total.value())));
        view.put("maximum", number(shown.flatMap(StoredGrading::maximum).map(most -> most.value())));
        view.put("days_late", shown.flatMap(StoredGrading::daysLate).orElse(null));
        view.put(
                "assignment_version",
                grading.map(StoredGrading::assignmentVersion).orElse(null));
        view.put(
                "graded_at",
                grading.flatMap(StoredGrading::endedAt).map(Instant::toString).orElse(null));
        return view;
    }

    private static @Nullable BigDecimal number(Optional<BigDecimal> number) {
        return number.orElse(null);
    }

    static String state(GradingState state) {
        return switch (state) {
            case WAITING -> "waiting";
            case RUNNING -> "running";
            case GRADED -> "graded";
            case SET_ASIDE -> "set_aside";
        };
    }
}
