package assay.server.page;

import static java.util.Objects.requireNonNull;

import assay.core.compare.TensorComparison.Weighed;
import assay.core.report.text.SafeText;
import assay.core.report.text.Words;
import assay.core.result.CaseResult;
import assay.core.result.Grading;
import assay.core.result.PartResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far the outputs of a class were off in one case: how many in each decade of error against tolerance, from a
 * hundred-millionth to a hundred million times; what lies beyond is counted at the ends, and NaN at the right one.
 *
 * @param decades with the tolerance in their middle
 * @param summary the picture in words
 */
public record ErrorSpread(String title, List<Decade> decades, String summary) {
    private static final int HALF = 8;
    private static final int TITLE_CAP = 120;

    /** @param percent of the tallest */
    public record Decade(int count, int percent, boolean accepted) {}

    public ErrorSpread {
        requireNonNull(title, "title is null");
        decades = List.copyOf(decades);
        requireNonNull(summary, "summary is null");
    }

    /** Whether any of them is beyond the tolerance. */
    public boolean beyond() {
        return decades.stream().anyMatch(decade -> !decade.accepted() && decade.count() > 0);
    }

    /** One a case of which there are outputs. */
    static List<ErrorSpread> of(List<Grading> gradings) {
        Map<String, List<Weighed>> byCase = new LinkedHashMap<>();
        for (Grading grading : gradings) {
            for (PartResult part : grading.parts()) {
                part.cases().forEach(result -> note(byCase, part, result));
            }
        }
        List<ErrorSpread> spreads = new ArrayList<>();
        byCase.forEach((title, outputs) -> spreads.add(of(title, outputs)));
        return spreads;
    }

    private static void note(Map<String, List<Weighed>> byCase, PartResult part, CaseResult result) {
        String title = SafeText.line(part.title() + ": " + result.id(), TITLE_CAP);
        result.comparison()
                .filter(Weighed.class::isInstance)
                .map(Weighed.class::cast)
                .ifPresent(output ->
                        byCase.computeIfAbsent(title, _ -> new ArrayList<>()).add(output));
    }

    private static ErrorSpread of(String title, List<Weighed> outputs) {
        int[] counts = new int[2 * HALF];
        outputs.forEach(output -> counts[decade(output)]++);
        int tallest = 1;
        for (int count : counts) {
            tallest = Math.max(tallest, count);
        }
        List<Decade> decades = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            decades.add(new Decade(counts[i], 100 * counts[i] / tallest, i < HALF));
        }
        long within = outputs.stream().filter(Weighed::matches).count();
        long close = outputs.stream()
                .filter(output -> !output.matches() && decade(output) < HALF + 2)
                .count();
        String beyond = within == outputs.size()
                ? "all within the tolerance."
                : within + " within the tolerance, " + (outputs.size() - within) + " beyond it"
                        + (close == 0 ? "." : ", of which " + close + " by less than a hundred times.");
        String summary = Words.plural(outputs.size(), "output", "outputs") + " of the right shape: " + beyond;
        return new ErrorSpread(title, decades, summary);
    }

    /** What is accepted stands left of the middle, and nothing else does. */
    private static int decade(Weighed output) {
        double ratio = output.mse() / output.allowed();
        if (!Double.isFinite(ratio)) {
            return output.matches() ? 0 : 2 * HALF - 1;
        }
        int place = ratio == 0 ? 0 : (int) Math.clamp(Math.floor(Math.log10(ratio)) + HALF, 0, 2 * HALF - 1);
        return output.matches() ? Math.min(place, HALF - 1) : Math.max(place, HALF);
    }
}
