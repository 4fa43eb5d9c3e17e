package assay.server.course;

import assay.core.assignment.AnswerSpec;
import assay.core.assignment.Assignment;
import assay.core.assignment.Part;
import assay.core.assignment.Part.AnswersPart;
import assay.core.domain.Points;
import assay.core.domain.Verdict;
import assay.core.domain.Visibility;
import assay.core.result.CaseResult;
import assay.core.result.Grading;
import assay.core.result.PartResult;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a student sees of a result before it is released: the public cases, and the public rows of answers. Not even a
 * part's points may tell how the rest went.
 */
final class BeforeRelease {
    private BeforeRelease() {}

    static Grading of(Assignment assignment, Grading grading) {
        return new Grading(
                grading.assignment(),
                grading.student(),
                grading.submittedAt(),
                grading.problem().isEmpty() ? Verdict.SK : grading.verdict(),
                grading.problem(),
                grading.compiler(),
                grading.parts().stream().map(part -> part(assignment, part)).toList(),
                grading.score(),
                grading.lateness(),
                grading.notices(),
                grading.provenance(),
                "");
    }

    private static PartResult part(Assignment assignment, PartResult part) {
        Set<String> kept = hiddenRows(assignment, part.id());
        List<CaseResult> seen = part.cases().stream()
                .filter(result -> result.visibility() == Visibility.PUBLIC && !kept.contains(result.id()))
                .toList();
        return new PartResult(part.id(), part.title(), part.maximum(), Points.ZERO, verdict(seen), "", seen);
    }

    /** A result shows such a row by its name, as no secret; whether it is right is what is kept back. */
    private static Set<String> hiddenRows(Assignment assignment, String part) {
        return assignment.parts().stream()
                .filter(asked -> asked.id().equals(part))
                .filter(AnswersPart.class::isInstance)
                .flatMap((Part asked) -> ((AnswersPart) asked).rows().stream())
                .filter(row -> row.visibility() == Visibility.HIDDEN)
                .map(AnswerSpec::id)
                .collect(Collectors.toSet());
    }

    private static Verdict verdict(List<CaseResult> seen) {
        return seen.stream()
                .map(CaseResult::verdict)
                .filter(verdict -> verdict != Verdict.AC)
                .findFirst()
                .orElse(seen.isEmpty() ? Verdict.SK : Verdict.AC);
    }
}
