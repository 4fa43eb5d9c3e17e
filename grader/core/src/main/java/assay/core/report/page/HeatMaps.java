package assay.core.report.page;

import assay.core.compare.TensorComparison.ErrorMap;
import assay.core.report.text.SafeText;
import assay.core.report.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Draws an error map. The first colour is what the tolerance lets pass; the others stand for shares of the largest
 * error, since noise and mistakes are decades apart.
 */
final class HeatMaps {
    private static final int TITLE_CAP = 100;
    private static final int WORST = 5;
    private static final int NOT_A_NUMBER = 5;
    /** The lower bounds of the levels 2 … 4, as shares of the largest error. */
    private static final double[] SHARES = {0.01, 0.1, 0.5};

    private final ErrorMap map;
    private final double tolerance;
    private final double largest;

    private HeatMaps(ErrorMap map, double tolerance) {
        this.map = map;
        this.tolerance = tolerance;
        this.largest = map.errors().stream()
                .mapToDouble(Math::abs)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    /**
     * @param allowed the largest mean squared error that is accepted; its root is what one place may be off
     */
    static HeatMap of(ErrorMap map, double allowed) {
        return new HeatMaps(map, Math.sqrt(allowed)).draw();
    }

    private HeatMap draw() {
        List<HeatMap.Layer> layers = IntStream.rangeClosed(0, NOT_A_NUMBER)
                .mapToObj(level -> new HeatMap.Layer(level, label(level), path(level)))
                .filter(layer -> !layer.path().isEmpty())
                .toList();
        return new HeatMap(
                SafeText.line(map.shown(), TITLE_CAP), summary(), map.rows(), map.columns(), layers, worst());
    }

    private int level(float error) {
        if (!Float.isFinite(error)) {
            return NOT_A_NUMBER;
        }
        double size = Math.abs(error);
        if (size <= tolerance) {
            return 0;
        }
        int level = 1;
        while (level <= SHARES.length && size >= SHARES[level - 1] * largest) {
            level++;
        }
        return level;
    }

    private String label(int level) {
        return switch (level) {
            case 0 -> "within the tolerance";
            case 1 -> "from " + Words.error(tolerance);
            case NOT_A_NUMBER -> "NaN or infinity out of place";
            default -> "from " + Words.error(Math.max(tolerance, SHARES[level - 2] * largest));
        };
    }

    /** Runs of equal cells in a row become one rectangle. */
    private String path(int level) {
        StringBuilder path = new StringBuilder();
        for (int row = 0; row < map.rows(); row++) {
            int column = 0;
            while (column < map.columns()) {
                int start = column;
                while (column < map.columns() && level(at(row, column)) == level) {
                    column++;
                }
                if (column > start) {
                    int run = column - start;
                    path.append("M" + start + " " + row + "h" + run + "v1h-" + run + "z");
                } else {
                    column++;
                }
            }
        }
        return path.toString();
    }

    private float at(int row, int column) {
        return map.errors().get(row * map.columns() + column);
    }

    private String summary() {
        List<Integer> wrong = IntStream.range(0, map.errors().size())
                .filter(i -> level(map.errors().get(i)) > 0)
                .boxed()
                .toList();
        if (wrong.isEmpty()) {
            return "No cell alone is beyond the tolerance.";
        }
        IntStream rows = wrong.stream().mapToInt(i -> i / map.columns());
        IntStream columns = wrong.stream().mapToInt(i -> i % map.columns());
        return Words.count(wrong.size()) + " of " + Words.plural(map.errors().size(), "cell", "cells")
                + " differ, in rows " + range(rows) + " and columns " + range(columns) + ". The largest error is "
                + Words.error(largest)
                + (wrong.stream().anyMatch(i -> level(map.errors().get(i)) == NOT_A_NUMBER)
                        ? ", besides NaN or infinity."
                        : ".");
    }

    private static String range(IntStream numbers) {
        int[] sorted = numbers.sorted().toArray();
        int last = sorted[sorted.length - 1];
        return sorted[0] == last ? Integer.toString(last) : sorted[0] + " to " + last;
    }

    private List<HeatMap.Cell> worst() {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, map.errors().size()).boxed().toList());
        order.sort(Comparator.comparingDouble((Integer i) -> -rank(map.errors().get(i))));
        return order.stream()
                .limit(WORST)
                .filter(i -> map.errors().get(i) != 0)
                .map(i -> new HeatMap.Cell(
                        i / map.columns(),
                        i % map.columns(),
                        Words.error(map.errors().get(i))))
                .toList();
    }

    private static double rank(float error) {
        return Float.isFinite(error) ? Math.abs(error) : Double.POSITIVE_INFINITY;
    }
}
