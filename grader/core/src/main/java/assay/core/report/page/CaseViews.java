package assay.core.report.page;

import assay.core.compare.TensorComparison;
import assay.core.compare.TensorComparison.Mismatch;
import assay.core.compare.TensorComparison.ShapeMismatch;
import assay.core.compare.TensorComparison.Weighed;
import assay.core.domain.Verdict;
import assay.core.domain.Visibility;
import assay.core.report.text.SafeText;
import assay.core.report.text.Words;
import assay.core.result.CaseResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts a case into words. */
final class CaseViews {
    private static final int NAME_CAP = 100;
    private static final int TEXT_CAP = 1500;
    private static final int FRAME_CAP = 240;
    private static final int FRAMES = 20;
    private static final int PRINTED_CAP = 4000;

    private CaseViews() {}

    /**
     * @param explained the misconceptions that stand above on the page, each of which is told once; this one is added
     */
    static CaseView of(CaseResult result, Set<String> explained) {
        Optional<Weighed> weighed =
                result.comparison().filter(Weighed.class::isInstance).map(Weighed.class::cast);
        return new CaseView(
                name(result),
                result.visibility() == Visibility.HIDDEN && !result.id().startsWith("hidden"),
                isPlain(result),
                Badge.of(result.verdict()),
                SafeText.visible(result.message(), TEXT_CAP),
                result.usage().wall().isZero()
                        ? ""
                        : Words.elapsed(result.usage().wall()),
                weighed.map(ErrorBar::of),
                result.comparison().map(CaseViews::details).orElse(List.of()),
                misconception(result.misconception(), explained),
                weighed.filter(each -> !each.matches())
                        .flatMap(each -> each.map().map(map -> HeatMaps.of(map, each.allowed()))),
                stack(result.stack()),
                SafeText.visible(result.printed(), PRINTED_CAP));
    }

    private static boolean isPlain(CaseResult result) {
        boolean silent =
                result.visibility() == Visibility.HIDDEN || result.message().isEmpty();
        return result.verdict() == Verdict.AC && result.printed().isEmpty() && silent;
    }

    private static String name(CaseResult result) {
        return SafeText.line(result.id(), NAME_CAP);
    }

    private static String misconception(String text, Set<String> explained) {
        boolean again = !text.isEmpty() && !explained.add(text);
        return again ? "The same as above." : SafeText.visible(text, TEXT_CAP);
    }

    private static List<String> stack(List<String> frames) {
        List<String> lines = new ArrayList<>();
        frames.stream().limit(FRAMES).forEach(frame -> lines.add(SafeText.line(frame, FRAME_CAP)));
        if (frames.size() > FRAMES) {
            lines.add("… " + Words.plural(frames.size() - FRAMES, "more frame", "more frames"));
        }
        return lines;
    }

    private static List<Fact> details(TensorComparison comparison) {
        return switch (comparison) {
            case ShapeMismatch shapes ->
                List.of(
                        new Fact("Expected shape", shape(shapes.expected())),
                        new Fact("Your shape", shape(shapes.actual())));
            // A size of 0 stands for a comparison of which only the error is told.
            case Weighed weighed -> weighed.matches() || weighed.size() == 0 ? List.of() : details(weighed);
        };
    }

    private static List<Fact> details(Weighed weighed) {
        List<Fact> facts = new ArrayList<>();
        weighed.first().ifPresent(first -> facts.addAll(first(first)));
        facts.add(new Fact("Largest absolute error", Words.error(weighed.maxAbsolute())));
        facts.add(new Fact("Largest relative error", Words.error(weighed.maxRelative())));
        facts.add(new Fact("Values off", Words.count(weighed.mismatches()) + " of " + Words.count(weighed.size())));
        return facts;
    }

    private static List<Fact> first(Mismatch first) {
        return List.of(
                new Fact(
                        "First mismatch at",
                        first.index().isEmpty()
                                ? "the only value"
                                : first.index().toString()),
                new Fact("Expected there", Float.toString(first.expected())),
                new Fact("Yours there", Float.toString(first.actual())));
    }

    private static String shape(List<Integer> shape) {
        List<String> sizes = shape.stream().map(String::valueOf).toList();
        return sizes.isEmpty() ? "a single number" : String.join(" × ", sizes);
    }
}
