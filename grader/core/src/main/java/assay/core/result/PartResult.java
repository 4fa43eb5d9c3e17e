package assay.core.result;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Points;
import assay.core.domain.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What came of one part.
 *
 * @param verdict AC if every case is accepted, else the foremost of its cases' verdicts: IE, CE, PV, MLE, TLE, OLE, RTE,
 *     WA, SK in this order
 * @param note one sentence about the part as a whole, e.g. the measured speed-up; empty where there is none
 * @param curve how its training went; only of a part that trains
 */
public record PartResult(
        String id,
        String title,
        Points maximum,
        Points earned,
        Verdict verdict,
        String note,
        List<CaseResult> cases,
        Optional<TrainingCurve> curve) {
    public PartResult {
        requireNonNull(id, "id is null");
        requireNonNull(title, "title is null");
        requireNonNull(maximum, "maximum is null");
        requireNonNull(earned, "earned is null");
        requireNonNull(verdict, "verdict is null");
        requireNonNull(note, "note is null");
        requireNonNull(curve, "curve is null");
        cases = List.copyOf(cases);
    }

    /** Of a part that trains nothing. */
    public PartResult(
            String id,
            String title,
            Points maximum,
            Points earned,
            Verdict verdict,
            String note,
            List<CaseResult> cases) {
        this(id, title, maximum, earned, verdict, note, cases, Optional.empty());
    }

    PartResult inBrief() {
        return new PartResult(
                id,
                title,
                maximum,
                earned,
                verdict,
                note,
                cases.stream().map(CaseResult::inBrief).toList());
    }
}
