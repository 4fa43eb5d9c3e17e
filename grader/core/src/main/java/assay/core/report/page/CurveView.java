package assay.core.report.page;

import static java.util.Objects.requireNonNull;

import assay.core.report.text.Words;
import assay.core.result.TrainingCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A training run as a picture and a table.
 *
 * @param accuracy the line of what was right, in a box of 100 by 40
 * @param loss the line of the measured loss, from 0 to the largest
 * @param summary the picture in words
 */
public record CurveView(String accuracy, String loss, String summary, List<Row> rows) {
    private static final double WIDTH = 100;
    private static final double HEIGHT = 40;

    public CurveView {
        requireNonNull(accuracy, "accuracy is null");
        requireNonNull(loss, "loss is null");
        requireNonNull(summary, "summary is null");
        rows = List.copyOf(rows);
    }

    /** One epoch in words. */
    public record Row(String epoch, String reported, String loss, String accuracy, String time) {
        public Row {
            requireNonNull(epoch, "epoch is null");
            requireNonNull(reported, "reported is null");
            requireNonNull(loss, "loss is null");
            requireNonNull(accuracy, "accuracy is null");
            requireNonNull(time, "time is null");
        }
    }

    static CurveView of(TrainingCurve curve) {
        List<TrainingCurve.Point> points = curve.points();
        double worst = points.stream()
                .mapToDouble(TrainingCurve.Point::loss)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        List<Double> accuracies =
                points.stream().map(TrainingCurve.Point::accuracy).toList();
        List<Double> losses = points.stream().map(point -> point.loss() / worst).toList();
        return new CurveView(
                line(accuracies),
                line(losses),
                summary(curve),
                points.stream().map(CurveView::row).toList());
    }

    private static String line(List<Double> shares) {
        List<String> places = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            if (Double.isFinite(shares.get(i))) {
                places.add(String.format(
                        Locale.ROOT,
                        "%.2f,%.2f",
                        shares.size() == 1 ? 0 : WIDTH * i / (shares.size() - 1),
                        HEIGHT * (1 - shares.get(i))));
            }
        }
        return String.join(" ", places);
    }

    private static String summary(TrainingCurve curve) {
        TrainingCurve.Point last = curve.points().getLast();
        int epochs = last.epoch();
        return Double.isFinite(last.accuracy())
                ? String.format(
                        Locale.ROOT,
                        "After %s %.2f %% of %s watched test images are right; the measured loss is %.4f.",
                        Words.plural(epochs, "epoch", "epochs"),
                        100 * last.accuracy(),
                        Words.count(curve.watched()),
                        last.loss())
                : "After " + Words.plural(epochs, "epoch", "epochs") + " nothing could be measured.";
    }

    private static Row row(TrainingCurve.Point point) {
        return new Row(
                Integer.toString(point.epoch()),
                number(point.reported(), "%.4f"),
                number(point.loss(), "%.4f"),
                number(100 * point.accuracy(), "%.2f %%"),
                point.wall().isZero() ? "–" : Words.elapsed(point.wall()));
    }

    private static String number(double value, String format) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "–";
    }
}
