package assay.core.report.page;

import static java.util.Objects.requireNonNull;

import assay.core.report.text.Words;
import java.util.List;

/**
 * Where a tensor differs: a grid of cells in six colours, a path a colour so that a page of them stays small.
 *
 * @param title which slice is drawn
 * @param summary the picture in words
 * @param layers one a colour that occurs, from accepted to worst
 * @param worst the cells with the largest errors
 */
public record HeatMap(String title, String summary, int rows, int columns, List<Layer> layers, List<Cell> worst) {
    public HeatMap {
        requireNonNull(title, "title is null");
        requireNonNull(summary, "summary is null");
        layers = List.copyOf(layers);
        worst = List.copyOf(worst);
    }

    /** E.g. {@code 1 row × 4 columns}. */
    public String size() {
        return Words.plural(rows, "row", "rows") + " × " + Words.plural(columns, "column", "columns");
    }

    /**
     * The cells of one colour.
     *
     * @param level 0 for accepted … 4 for worst, 5 for a number that is none
     * @param label the range of errors it stands for
     * @param path of an SVG path element, in cells
     */
    public record Layer(int level, String label, String path) {
        public Layer {
            requireNonNull(label, "label is null");
            requireNonNull(path, "path is null");
        }
    }

    /** One cell, counted from 0. */
    public record Cell(int row, int column, String error) {
        public Cell {
            requireNonNull(error, "error is null");
        }
    }
}
