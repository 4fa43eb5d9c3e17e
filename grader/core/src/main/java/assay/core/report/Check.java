package assay.core.report;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Verdict;
import assay.core.result.CaseResult;
import assay.core.result.Grading;
import assay.core.result.PartResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One line of a test report: a case, or what is said of a part or of a submission as a whole. */
record Check(String name, Verdict verdict, String message, String text, String printed, Duration wall) {
    Check {
        requireNonNull(name, "name is null");
        requireNonNull(verdict, "verdict is null");
        requireNonNull(message, "message is null");
        requireNonNull(text, "text is null");
        requireNonNull(printed, "printed is null");
        requireNonNull(wall, "wall is null");
    }

    static List<Check> of(Grading grading) {
        List<Check> checks = new ArrayList<>();
        if (!grading.problem().isEmpty()) {
            checks.add(ofProblem(grading));
        }
        grading.parts().forEach(part -> checks.addAll(of(part)));
        return checks;
    }

    /**
     * The cases; and the part itself where no case is shown, or where it fails though none of them does: by its hidden
     * cases, or by a speed-up that is too small. A report that is green must mean full points.
     */
    static List<Check> of(PartResult part) {
        List<Check> checks = new ArrayList<>();
        part.cases().forEach(result -> checks.add(of(result)));
        boolean told = checks.stream().anyMatch(check -> check.verdict() == part.verdict());
        if (!told) {
            String message = part.note().isEmpty() ? part.verdict().words() : part.note();
            checks.add(new Check(part.id(), part.verdict(), message, message, "", Duration.ZERO));
        }
        return checks;
    }

    static Check ofProblem(Grading grading) {
        return new Check(
                "submission", grading.verdict(), grading.problem(), Explanation.ofProblem(grading), "", Duration.ZERO);
    }

    private static Check of(CaseResult result) {
        return new Check(
                result.id(),
                result.verdict(),
                result.message(),
                Explanation.of(result),
                result.printed(),
                result.usage().wall());
    }
}
