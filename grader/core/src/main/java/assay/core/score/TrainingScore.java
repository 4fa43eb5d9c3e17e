package assay.core.score;

import assay.core.assignment.Part.TrainingPart;
import assay.core.assignment.TrainingItem;
import assay.core.domain.Points;
import assay.core.domain.RunUsage;
import assay.core.domain.Verdict;
import assay.core.domain.Visibility;
import assay.core.result.CaseResult;
import assay.core.result.PartResult;
import assay.core.result.TrainingCurve;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Items to a part: each accepted item earns its own points. */
public final class TrainingScore {
    private TrainingScore() {}

    /** @param results one an item, by its id */
    public static PartResult of(
            TrainingPart part, List<CaseResult> results, String note, Optional<TrainingCurve> curve) {
        Map<String, CaseResult> byId =
                results.stream().collect(Collectors.toMap(CaseResult::id, result -> result, (first, _) -> first));
        List<CaseResult> all = part.items().stream()
                .map(item -> Optional.ofNullable(byId.get(item.id()))
                        .orElseGet(() -> unrun(item, Verdict.SK, "This was not looked at.")))
                .toList();
        Points earned = part.items().stream()
                .filter(item -> all.stream()
                        .anyMatch(result -> result.id().equals(item.id()) && result.verdict() == Verdict.AC))
                .map(TrainingItem::points)
                .reduce(Points.ZERO, Points::plus);
        Verdict verdict = VerdictOrder.foremost(all.stream().map(CaseResult::verdict));
        return new PartResult(part.id(), part.title(), part.points(), earned, verdict, note, all, curve);
    }

    /** Nothing was trained: each item has that verdict. */
    public static PartResult unrun(TrainingPart part, Verdict verdict, String message) {
        return of(
                part,
                part.items().stream().map(item -> unrun(item, verdict, message)).toList(),
                "",
                Optional.empty());
    }

    private static CaseResult unrun(TrainingItem item, Verdict verdict, String message) {
        return new CaseResult(
                item.id(), Visibility.PUBLIC, verdict, message, Optional.empty(), "", List.of(), "", RunUsage.NONE);
    }
}
