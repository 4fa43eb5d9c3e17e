package assay.server.page;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.report.text.SafeText;
import assay.core.report.text.Words;
import assay.core.result.Grading;
import assay.core.result.TrainingCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The training runs of a class over one another: what was right after each epoch, as the grader measured it.
 *
 * @param lines one a run, in a box of 100 by 40
 * @param middle of as many runs half are above it, half below
 * @param epochs how far the box reaches
 * @param summary the picture in words
 */
public record CurveSheaf(String title, List<String> lines, String middle, String epochs, String summary) {
    private static final double WIDTH = 100;
    private static final double HEIGHT = 40;
    private static final int TITLE_CAP = 120;

    public CurveSheaf {
        requireNonNull(title, "title is null");
        lines = List.copyOf(lines);
        requireNonNull(middle, "middle is null");
        requireNonNull(epochs, "epochs is null");
        requireNonNull(summary, "summary is null");
    }

    /** One a part that trains, if anybody's run was measured. */
    static List<CurveSheaf> of(Assignment assignment, List<Grading> gradings) {
        return assignment.parts().stream()
                .flatMap(part -> {
                    List<List<Double>> runs = gradings.stream()
                            .flatMap(grading -> grading.parts().stream())
                            .filter(result -> result.id().equals(part.id()))
                            .flatMap(result -> result.curve().stream())
                            .map(CurveSheaf::measured)
                            .filter(run -> run.stream().anyMatch(Double::isFinite))
                            .toList();
                    return (runs.isEmpty() ? Optional.<CurveSheaf>empty() : Optional.of(of(part.title(), runs)))
                            .stream();
                })
                .toList();
    }

    private static List<Double> measured(TrainingCurve curve) {
        return curve.points().stream().map(TrainingCurve.Point::accuracy).toList();
    }

    private static CurveSheaf of(String title, List<List<Double>> runs) {
        int epochs = runs.stream().mapToInt(List::size).max().orElse(1) - 1;
        List<Double> middle = new ArrayList<>();
        for (int epoch = 0; epoch <= epochs; epoch++) {
            middle.add(median(at(runs, epoch)));
        }
        double[] last = runs.stream()
                .mapToDouble(run -> run.reversed().stream()
                        .filter(Double::isFinite)
                        .findFirst()
                        .orElse(Double.NaN))
                .sorted()
                .toArray();
        String summary = String.format(
                Locale.ROOT,
                "%s. In the end half of them have at least %.0f %% of the watched test images right; the best %.0f %%,"
                        + " the worst %.0f %%.",
                Words.plural(runs.size(), "run", "runs"),
                100 * median(last),
                100 * last[last.length - 1],
                100 * last[0]);
        return new CurveSheaf(
                SafeText.line(title, TITLE_CAP),
                runs.stream().map(run -> line(run, epochs)).toList(),
                line(middle, epochs),
                Words.plural(epochs, "epoch", "epochs"),
                summary);
    }

    private static double[] at(List<List<Double>> runs, int epoch) {
        return runs.stream()
                .filter(run -> run.size() > epoch)
                .mapToDouble(run -> run.get(epoch))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
    }

    /** The lower one of two in the middle: at least half have at least that. */
    private static double median(double[] sorted) {
        return sorted.length == 0 ? Double.NaN : sorted[(sorted.length - 1) / 2];
    }

    private static String line(List<Double> shares, int epochs) {
        List<String> places = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            if (Double.isFinite(shares.get(i))) {
                double x = epochs == 0 ? 0 : WIDTH * i / epochs;
                places.add(String.format(Locale.ROOT, "%.2f,%.2f", x, HEIGHT * (1 - shares.get(i))));
            }
        }
        return String.join(" ", places);
    }
}
