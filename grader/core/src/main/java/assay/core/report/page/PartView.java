package assay.core.report.page;

import static java.util.Objects.requireNonNull;

import assay.core.report.text.Words;
import java.util.List;
import java.util.Optional;

/**
 * One part.
 *
 * @param anchor where on the page it stands
 * @param tally how many of its shown cases passed, empty where all did
 * @param open cases with something to say, which stand open
 * @param passed cases that were accepted, a line each
 * @param curve how training went, where something was trained
 */
public record PartView(
        String anchor,
        String title,
        Badge badge,
        String earned,
        String maximum,
        int percent,
        String note,
        String tally,
        List<CaseView> open,
        List<CaseView> passed,
        Optional<CurveView> curve) {
    public PartView {
        requireNonNull(anchor, "anchor is null");
        requireNonNull(title, "title is null");
        requireNonNull(badge, "badge is null");
        requireNonNull(earned, "earned is null");
        requireNonNull(maximum, "maximum is null");
        requireNonNull(note, "note is null");
        requireNonNull(tally, "tally is null");
        requireNonNull(curve, "curve is null");
        open = List.copyOf(open);
        passed = List.copyOf(passed);
    }

    /** What stands above the accepted cases. */
    public String passedWords() {
        String cases = Words.plural(passed.size(), "case", "cases") + " accepted";
        return tally.isEmpty() && open.isEmpty() && passed.size() > 1 ? "All " + cases : cases;
    }
}
