package assay.core.report.page;

import assay.core.compare.TensorComparison.ErrorMap;
import assay.core.report.text.SafeText;
import assay.core.report.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Draws an error map. Colours stand for shares of the largest error, since noise and mistakes are decades apart. */
final class HeatMaps {
    private static final int TITLE_CAP = 100;
    private static final int WORST = 5;
    private static final int NOT_A_NUMBER = 6;
    /** The lower bounds of the levels 2 … 5, as shares of the largest error. */
    private static final double[] BOUNDS = {1e-4, 1e-2, 0.1, 0.5};

    private final ErrorMap map;
    private final double largest;

    private HeatMaps(ErrorMap map) {
        this.map = map;
        this.largest = map.errors().stream()
                .mapToDouble(Math::abs)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    static HeatMap of(ErrorMap map) {
        return new HeatMaps(map).draw();
    }

    private HeatMap draw() {
        List<HeatMap.Layer> layers = IntStream.rangeClosed(0, NOT_A_NUMBER)
                .mapToObj(level -> new HeatMap.Layer(level, label(level), path(level)))
                .toList();
        return new HeatMap(
                SafeText.line(map.shown(), TITLE_CAP),
                summary(),
                map.rows(),
                map.columns(),
                layers.stream().filter(layer -> !layer.path().isEmpty()).toList(),
                layers.stream()
                        .filter(layer -> layer.level() < NOT_A_NUMBER
                                ? largest > 0 || layer.level() == 0
                                : !layer.path().isEmpty())
                        .toList(),
                worst());
    }

    private int level(float error) {
        if (!Float.isFinite(error)) {
            return NOT_A_NUMBER;
        }
        double share = largest == 0 ? 0 : Math.abs(error) / largest;
        if (share == 0) {
            return 0;
        }
        int level = 1;
        while (level <= BOUNDS.length && share >= BOUNDS[level - 1]) {
            level++;
        }
        return level;
    }

    private String label(int level) {
        return switch (level) {
            case 0 -> "exact";
            case 1 -> "below " + Words.error(BOUNDS[0] * largest);
            case NOT_A_NUMBER -> "NaN or infinity out of place";
            default -> "from " + Words.error(BOUNDS[level - 2] * largest);
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

    /** Counts only what can be seen as wrong: from the third colour on. */
    private String summary() {
        List<Integer> wrong = IntStream.range(0, map.errors().size())
                .filter(i -> level(map.errors().get(i)) >= 3)
                .boxed()
                .toList();
        if (wrong.isEmpty()) {
            return "No cell stands out.";
        }
        IntStream rows = wrong.stream().mapToInt(i -> i / map.columns());
        IntStream columns = wrong.stream().mapToInt(i -> i % map.columns());
        return Words.count(wrong.size()) + " of " + Words.plural(map.errors().size(), "cell", "cells")
                + " clearly differ, in rows " + range(rows) + " and columns " + range(columns)
                + ". The largest error is " + Words.error(largest) + ".";
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
                .filter(i -> level(map.errors().get(i)) > 0)
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
