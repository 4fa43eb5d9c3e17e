package assay.core.report;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Points;
import assay.core.domain.Verdict;
import assay.core.report.text.SafeText;
import assay.core.result.Grading;
import assay.core.result.PartResult;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gradescope's results.json (gradescope-autograders.readthedocs.io/en/latest/specs): a test with points for each part,
 * then one without for each case.
 *
 * <p>Every test is {@code visible}: where one is hidden, Gradescope hides the student's total as well. What a student
 * may not see has been left out by {@link Redaction} instead.
 */
final class GradescopeJson {
    private static final int NAME_CAP = 200;
    private static final int TEXT_CAP = 4000;
    private static final String VISIBLE = "visible";

    private GradescopeJson() {}

    /** Takes what {@link Redaction} left. */
    static byte[] bytes(Grading grading) {
        requireNonNull(grading, "grading is null");
        List<Test> tests = new ArrayList<>();
        for (PartResult part : grading.parts()) {
            String number = Integer.toString(1 + grading.parts().indexOf(part));
            tests.add(ofPart(part, number, grading.graded()));
            List<Check> checks = Check.of(part);
            for (int i = 0; i < checks.size(); i++) {
                tests.add(ofCheck(checks.get(i), part, number + "." + (i + 1)));
            }
        }
        return GradingJson.bytesOf(new Results(
                counting(grading.score().total(), grading.graded()),
                output(grading),
                "text",
                "text",
                VISIBLE,
                "hidden",
                tests));
    }

    private static String output(Grading grading) {
        List<String> lines = new ArrayList<>();
        if (!grading.problem().isEmpty()) {
            lines.add(Explanation.ofProblem(grading));
        }
        if (grading.graded()) {
            grading.lateness().arithmetic().forEach(line -> lines.add(SafeText.line(line, TEXT_CAP)));
        } else {
            lines.add("Not graded, through a fault of ours. It costs you nothing.");
        }
        if (!grading.pending().equals(Points.ZERO)) {
            lines.add("These are the points so far: a person has still to decide on " + grading.pending() + ".");
        }
        grading.notices().forEach(notice -> lines.add(SafeText.line(notice.text(), TEXT_CAP)));
        return String.join("\n", lines);
    }

    private static Optional<BigDecimal> counting(Points points, boolean graded) {
        return graded ? Optional.of(points.value()) : Optional.empty();
    }

    /** Without points where the whole has none, since Gradescope would add them up. */
    private static Test ofPart(PartResult part, String number, boolean graded) {
        return new Test(
                counting(part.earned(), graded),
                counting(part.maximum(), graded),
                status(part.verdict()),
                number,
                SafeText.line(part.title(), NAME_CAP),
                SafeText.visible((part.verdict().words() + ". " + part.note()).strip(), TEXT_CAP),
                VISIBLE);
    }

    private static Test ofCheck(Check check, PartResult part, String number) {
        String printed = check.printed().isEmpty() ? "" : "\nPrinted:\n" + SafeText.visible(check.printed(), TEXT_CAP);
        return new Test(
                Optional.empty(),
                Optional.empty(),
                status(check.verdict()),
                number,
                SafeText.line(part.title() + ": " + check.name(), NAME_CAP),
                check.verdict().words() + ". " + check.text() + printed,
                VISIBLE);
    }

    /** None where nothing is decided yet. */
    private static Optional<String> status(Verdict verdict) {
        return verdict == Verdict.PD ? Optional.empty() : Optional.of(verdict == Verdict.AC ? "passed" : "failed");
    }

    /** Without a score where something of ours broke: Gradescope then says that grading failed. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Results(
            Optional<BigDecimal> score,
            String output,
            @JsonProperty("output_format") String outputFormat,
            @JsonProperty("test_output_format") String testOutputFormat,
            String visibility,
            @JsonProperty("stdout_visibility") String stdoutVisibility,
            List<Test> tests) {}

    /** The points of a part; a case has none of its own. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Test(
            Optional<BigDecimal> score,
            @JsonProperty("max_score") Optional<BigDecimal> maxScore,
            Optional<String> status,
            String number,
            String name,
            String output,
            String visibility) {}
}
