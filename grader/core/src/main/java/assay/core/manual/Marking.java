package assay.core.manual;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.assignment.Part.ManualPart;
import assay.core.assignment.Part.RubricItem;
import assay.core.desk.ManualText;
import assay.core.domain.Extension;
import assay.core.domain.Points;
import assay.core.domain.RunUsage;
import assay.core.domain.Verdict;
import assay.core.domain.Visibility;
import assay.core.late.LateRule;
import assay.core.late.Lateness;
import assay.core.manual.Marks.Mark;
import assay.core.result.CaseResult;
import assay.core.result.Grading;
import assay.core.result.PartResult;
import assay.core.score.Scoring;
import assay.core.score.VerdictOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts marks into a grading: the parts that they are of, and with them score and lateness. Nothing else changes, and
 * doing it twice changes nothing more.
 */
public final class Marking {
    private static final String STALE = "The text has changed since it was graded; it has to be read again.";

    private final Assignment assignment;
    private final Marks marks;

    public Marking(Assignment assignment, Marks marks) {
        this.assignment = requireNonNull(assignment, "assignment is null");
        this.marks = requireNonNull(marks, "marks is null");
    }

    /** @param grading a whole one, with its texts */
    public Grading apply(Grading grading) {
        List<PartResult> parts = grading.parts().stream()
                .map(part -> manual(part)
                        .filter(_ -> part.verdict() != Verdict.IE && part.verdict() != Verdict.PV)
                        .map(asked -> marked(grading.student(), asked, part))
                        .orElse(part))
                .toList();
        return parts.equals(grading.parts()) ? grading : with(grading, parts);
    }

    private Optional<ManualPart> manual(PartResult result) {
        return assignment.parts().stream()
                .filter(part -> part.id().equals(result.id()))
                .filter(ManualPart.class::isInstance)
                .map(ManualPart.class::cast)
                .findFirst();
    }

    private PartResult marked(String student, ManualPart part, PartResult result) {
        Optional<String> text = MarksCsv.text(result);
        List<CaseResult> items = new ArrayList<>();
        Points earned = Points.ZERO;
        for (RubricItem item : part.rubric()) {
            Optional<Mark> mark = marks.of(student, part.id(), item.id());
            Optional<Mark> valid = mark.filter(given -> given.version().isEmpty()
                    || text.map(MarksCsv::version)
                            .filter(given.version()::equals)
                            .isPresent());
            items.add(valid.map(given -> decided(item, given))
                    .orElseGet(() -> mark.isPresent() && text.isPresent()
                            ? result(item.id(), Verdict.PD, STALE, "")
                            : unmarked(item, text.isPresent(), result)));
            earned = earned.plus(valid.map(Mark::points).orElse(Points.ZERO));
        }
        boolean pending = items.stream().anyMatch(item -> item.verdict() == Verdict.PD);
        Verdict verdict =
                pending ? Verdict.PD : VerdictOrder.foremost(items.stream().map(CaseResult::verdict));
        text.ifPresent(own -> items.add(result(ManualText.TEXT, pending ? Verdict.PD : Verdict.AC, "", own)));
        return new PartResult(
                part.id(), part.title(), part.points(), earned, verdict, note(part, earned, pending, result), items);
    }

    private static String note(ManualPart part, Points earned, boolean pending, PartResult result) {
        if (pending) {
            return ManualText.pendingNote(part.points().minus(earned));
        }
        return result.verdict() == Verdict.SK && earned.equals(Points.ZERO) ? result.note() : "Graded by a person.";
    }

    private static CaseResult unmarked(RubricItem item, boolean text, PartResult result) {
        return text
                ? result(item.id(), Verdict.PD, item.about(), "")
                : result(item.id(), Verdict.SK, result.note(), "");
    }

    private static CaseResult decided(RubricItem item, Mark mark) {
        boolean full = mark.points().equals(item.points());
        String message = mark.points() + " of " + item.points() + " points: " + item.about() + " " + mark.comment();
        return result(item.id(), full ? Verdict.AC : Verdict.WA, message.strip(), "");
    }

    private static CaseResult result(String id, Verdict verdict, String message, String text) {
        return new CaseResult(
                id, Visibility.PUBLIC, verdict, message, Optional.empty(), "", List.of(), text, RunUsage.NONE);
    }

    private Grading with(Grading grading, List<PartResult> parts) {
        Lateness lateness = LateRule.judge(
                assignment.late(),
                assignment.deadline(),
                Optional.of(grading.lateness().deadline())
                        .filter(own -> !own.equals(assignment.deadline()))
                        .map(Extension.Until::new),
                grading.submittedAt(),
                Scoring.raw(assignment, parts),
                assignment.points(),
                assignment.zone());
        return new Grading(
                grading.assignment(),
                grading.student(),
                grading.submittedAt(),
                grading.problem().isEmpty() ? Scoring.verdict(parts) : grading.verdict(),
                grading.problem(),
                grading.compiler(),
                parts,
                Scoring.score(assignment, parts, lateness),
                lateness,
                grading.notices(),
                grading.provenance(),
                grading.fingerprint());
    }
}
